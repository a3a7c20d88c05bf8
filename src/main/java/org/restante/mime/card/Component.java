package org.restante.mime.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands between BEGIN and END (RFC 5545 §3.4, RFC 6350 §6.1.1); what is open at the end ends there. */
record Component(String name, List<ContentLine> lines, List<Component> components) {

    private static final int DEEPEST = 5;

    /** Reads all that there are, one within another no deeper than five. */
    static Component read(String text) {
        Component all = new Component("", new ArrayList<>(), new ArrayList<>());
        List<Component> open = new ArrayList<>(List.of(all));
        for (ContentLine line : ContentLines.read(text)) {
            Component inner = open.get(open.size() - 1);
            if (line.name().equals("BEGIN")) {
                Component begun = new Component(
                        line.value().strip().toUpperCase(Locale.ROOT), new ArrayList<>(), new ArrayList<>());
                if (open.size() <= DEEPEST) {
                    inner.components.add(begun);
                }
                open.add(begun);
            } else if (line.name().equals("END") && open.size() > 1) {
                open.remove(open.size() - 1);
            } else {
                inner.lines.add(line);
            }
        }
        return all;
    }

    /** Returns the components with that name in this one. */
    Stream<Component> all(String wanted) {
        return components.stream().filter(component -> component.name.equals(wanted));
    }

    /** Returns the lines with that name. */
    Stream<ContentLine> lines(String wanted) {
        return lines.stream().filter(line -> line.name().equals(wanted));
    }

    Optional<ContentLine> line(String wanted) {
        return lines(wanted).findFirst();
    }

    /** Returns a value on one line; empty where there is none. */
    String text(String wanted) {
        return line(wanted).map(ContentLine::line).orElse("");
    }
}
