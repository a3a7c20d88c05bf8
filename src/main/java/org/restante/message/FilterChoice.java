package org.restante.message;

import java.util.ArrayList;
import java.util.List;
import org.restante.settings.Label;
import org.restante.settings.Labels;
import org.restante.web.Texts;

/**
 * A filter that a list offers.
 *
 * @param name what the address says; empty: all messages
 * @param styles the classes that colour it
 * @param chosen whether the list is filtered by it now
 */
public record FilterChoice(String name, String label, String styles, boolean chosen) {

    static List<FilterChoice> all(ListFilter now, Labels labels, Texts texts) {
        List<FilterChoice> choices = new ArrayList<>();
        choices.add(new FilterChoice("", texts.get("shell.all"), "", !now.isOn()));
        ListFilter.USUAL.forEach(name -> choices.add(new FilterChoice(
                name,
                texts.get(name.equals("flagged") ? "message.mark.flagged" : "message.filter." + name),
                "",
                now.name().equals(name))));
        for (Label label : labels.all()) {
            String name = ListFilter.of(label);
            choices.add(new FilterChoice(
                    name, label.name(), "colour-" + label.colour(), now.name().equals(name)));
        }
        return choices;
    }
}
