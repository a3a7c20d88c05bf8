package org.restante.message;

import java.util.ArrayList;
import java.util.List;
import org.restante.settings.Label;
import org.restante.settings.Labels;
import org.restante.web.Texts;

/**
 * A filter that a list offers.
 *
 * @param address of the list with it
 * @param styles the classes that colour it
 * @param chosen whether the list is filtered by it now
 */
public record FilterChoice(String address, String label, String styles, boolean chosen) {

    static List<FilterChoice> all(ListFilter now, ListOrder order, String base, Labels labels, Texts texts) {
        List<FilterChoice> choices = new ArrayList<>();
        choices.add(new FilterChoice(
                SortChoice.address(base, new ListFilter(""), order), texts.get("shell.all"), "", !now.isOn()));
        ListFilter.USUAL.forEach(name -> choices.add(new FilterChoice(
                SortChoice.address(base, new ListFilter(name), order),
                texts.get(name.equals("flagged") ? "message.mark.flagged" : "message.filter." + name),
                "",
                now.name().equals(name))));
        for (Label label : labels.all()) {
            String name = ListFilter.of(label);
            choices.add(new FilterChoice(
                    SortChoice.address(base, new ListFilter(name), order),
                    label.name(),
                    "colour-" + label.colour(),
                    now.name().equals(name)));
        }
        return choices;
    }
}
