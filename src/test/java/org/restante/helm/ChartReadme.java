package org.restante.helm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of values in the chart's README, made from the comments that begin with {@code # --}. */
final class ChartReadme {

    static final String BEGIN = "<!-- values -->\n";
    static final String END = "<!-- end of values -->\n";

    private static final Pattern COMMENT = Pattern.compile(" *# (-- )?(.*)");
    private static final Pattern KEY = Pattern.compile("( *)([A-Za-z]+):(?: (.*))?");

    private record Level(int indent, String name) {}

    private final Deque<Level> path = new ArrayDeque<>();
    private final List<String> rows = new ArrayList<>();
    private String explanation = "";

    private ChartReadme() {}

    /** Returns the README with the table in its place. */
    static String with(String values, String readme) {
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        return readme.substring(0, begin) + table(values) + readme.substring(readme.indexOf(END));
    }

    /** Returns the names of all values that have no explanation. */
    static List<String> unexplained(String values) {
        return new ChartReadme()
                .read(values).rows.stream().filter(row -> row.endsWith("|  |")).toList();
    }

    private static String table(String values) {
        return "\n| value | default | meaning |\n|---|---|---|\n"
                + String.join("\n", new ChartReadme().read(values).rows) + "\n\n";
    }

    private ChartReadme read(String values) {
        values.lines().forEach(this::line);
        return this;
    }

    private void line(String line) {
        Matcher comment = COMMENT.matcher(line);
        Matcher key = KEY.matcher(line);
        if (comment.matches()) {
            explanation = comment.group(1) != null ? comment.group(2) : explanation + " " + comment.group(2);
        } else if (key.matches()) {
            descend(key.group(1).length(), key.group(2));
            if (key.group(3) != null) {
                rows.add("| `%s` | `%s` | %s |".formatted(name(), escaped(key.group(3)), escaped(explanation.strip())));
            }
            explanation = "";
        } else {
            explanation = "";
        }
    }

    private void descend(int indent, String name) {
        while (!path.isEmpty() && path.getLast().indent() >= indent) {
            path.removeLast();
        }
        path.addLast(new Level(indent, name));
    }

    private String name() {
        return String.join(".", path.stream().map(Level::name).toList());
    }

    private static String escaped(String cell) {
        return cell.replace("|", "\\|");
    }
}
