package org.restante.mime;

import java.util.ArrayList;
import java.util.List;
import org.restante.mime.html.PlainText;

/**
 * A table written as text (RFC 4180), with commas, semicolons or tabs, whichever its first line has most of. Takes time and memory in
 * proportion to the input; beyond 2,000 rows or 100 columns it is cut.
 */
record DelimitedTable(List<List<String>> rows, boolean truncated) {

    static final DelimitedTable EMPTY = new DelimitedTable(List.of(), false);

    private static final int MOST_ROWS = 2000;
    private static final int MOST_COLUMNS = 100;

    static DelimitedTable read(String text, boolean tabs) {
        return new Reader(text, tabs ? '\t' : delimiter(text)).read();
    }

    private static char delimiter(String text) {
        String first = text.lines().findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            best = count(first, candidate) > count(first, best) ? candidate : best;
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    String toHtml() {
        StringBuilder html = new StringBuilder("<table class=\"restante-table\">");
        for (List<String> row : rows) {
            html.append("<tr>");
            row.forEach(cell -> html.append("<td dir=\"auto\">")
                    .append(PlainText.escape(cell))
                    .append("</td>"));
            html.append("</tr>");
        }
        return html.append("</table>").toString();
    }

    private static final class Reader {

        private final String text;
        private final char delimiter;
        private final List<List<String>> rows = new ArrayList<>();
        private List<String> row = new ArrayList<>();
        private boolean truncated;
        private int at;

        Reader(String text, char delimiter) {
            this.text = text;
            this.delimiter = delimiter;
        }

        DelimitedTable read() {
            while (at < text.length() && rows.size() < MOST_ROWS) {
                String cell = text.charAt(at) == '"' ? quoted() : plain();
                if (row.size() < MOST_COLUMNS) {
                    row.add(cell);
                } else {
                    truncated = true;
                }
                endCell();
            }
            if (!row.isEmpty()) {
                rows.add(row);
            }
            return new DelimitedTable(rows, truncated || at < text.length());
        }

        private void endCell() {
            if (at < text.length() && text.charAt(at) == delimiter) {
                at++;
                return;
            }
            at += at < text.length() && text.charAt(at) == '\r' ? 1 : 0;
            at += at < text.length() && text.charAt(at) == '\n' ? 1 : 0;
            rows.add(row);
            row = new ArrayList<>();
        }

        private String plain() {
            int start = at;
            while (at < text.length() && !ends(text.charAt(at))) {
                at++;
            }
            return text.substring(start, at);
        }

        private boolean ends(char c) {
            return c == delimiter || c == '\n' || c == '\r';
        }

        private String quoted() {
            StringBuilder cell = new StringBuilder();
            at++;
            while (at < text.length()) {
                char c = text.charAt(at++);
                if (c != '"') {
                    cell.append(c);
                } else if (at < text.length() && text.charAt(at) == '"') {
                    cell.append(text.charAt(at++));
                } else {
                    break;
                }
            }
            return cell.append(plain()).toString();
        }
    }
}
