package org.restante.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.restante.web.Texts;

/**
 * The labels that a person has. Until they choose their own these are the five that other mail programs have, under their keywords.
 *
 * @param all in the person's order
 */
public record Labels(List<Label> all) {

    /** The name of the preference; a label is its keyword, colour and name, with a tab between one and the next. */
    static final String PREFERENCE = "labels";

    static final int MOST = 30;

    private static final String NONE = "none";

    static Labels standard(Texts texts) {
        return new Labels(List.of(
                new Label("$label1", texts.get("label.important"), "red"),
                new Label("$label2", texts.get("label.work"), "orange"),
                new Label("$label3", texts.get("label.personal"), "green"),
                new Label("$label4", texts.get("label.toDo"), "blue"),
                new Label("$label5", texts.get("label.later"), "purple")));
    }

    /** Reads what {@link #kept} returned. */
    static Labels read(String kept) {
        return new Labels(Stream.of(kept.split("\t"))
                .map(line -> line.split(" ", 3))
                .filter(words -> words.length == 3 && Label.COLOURS.contains(words[1]))
                .map(words -> new Label(words[0], words[2], words[1]))
                .toList());
    }

    /** Returns what is kept of them. */
    String kept() {
        return all.isEmpty()
                ? NONE
                : all.stream()
                        .map(label -> label.keyword() + " " + label.colour() + " " + label.name())
                        .collect(Collectors.joining("\t"));
    }

    /** Returns these with another one. */
    Labels with(Label label) {
        List<Label> more = new ArrayList<>(all);
        more.removeIf(each -> each.keyword().equalsIgnoreCase(label.keyword()));
        more.add(label);
        return new Labels(more);
    }

    /** Returns these without the one of that keyword. */
    Labels without(String keyword) {
        return new Labels(
                all.stream().filter(each -> !each.keyword().equals(keyword)).toList());
    }

    /** Returns these with another name and colour for one of them. */
    Labels changed(String keyword, Label label) {
        return new Labels(all.stream()
                .map(each -> each.keyword().equals(keyword) ? new Label(keyword, label.name(), label.colour()) : each)
                .toList());
    }
}
