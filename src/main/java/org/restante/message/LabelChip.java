package org.restante.message;

import java.util.List;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MessageSummary;
import org.restante.settings.Label;
import org.restante.settings.Labels;

/**
 * A label that a message bears.
 *
 * @param styles the classes that colour it
 */
public record LabelChip(String name, String styles) {

    /** Returns the person's labels that a message bears, in their order. */
    static List<LabelChip> of(MessageSummary message, Labels labels) {
        return labels.all().stream()
                .filter(label -> message.is(new Flag(label.keyword())))
                .map(LabelChip::of)
                .toList();
    }

    private static LabelChip of(Label label) {
        return new LabelChip(label.name(), "label label-" + label.colour());
    }
}
