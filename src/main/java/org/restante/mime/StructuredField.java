package org.restante.mime;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A field with a value and parameters, such as Content-Type (RFC 2045 §5.1) and Content-Disposition (RFC 2183 §2).
 *
 * <p>Never throws; takes time and memory in proportion to the input.
 *
 * @param value in lower case, without white space and comments
 * @param parameters as {@link Parameters#decode} returns them
 */
record StructuredField(String value, Map<String, String> parameters) {

    private static final int MOST_PARAMETERS = 200;
    private static final Pattern UNPARTED =
            Pattern.compile("(?:([^\\s=]+)\\s+)?([A-Za-z0-9*_-]{1,60})\\s?=(.*)", Pattern.DOTALL);

    static StructuredField parse(byte[] body) {
        return new Reader(new String(body, StandardCharsets.ISO_8859_1)).read();
    }

    private static final class Reader {

        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        StructuredField read() {
            Map<String, byte[]> raw = new LinkedHashMap<>();
            String value = value(until(";").strip(), raw).replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
            while (at < text.length() && raw.size() < MOST_PARAMETERS) {
                at++;
                String name = until("=;").strip().toLowerCase(Locale.ROOT);
                if (at < text.length() && text.charAt(at) == '=') {
                    at++;
                    String parameter = until(";").strip();
                    if (!name.isEmpty()) {
                        raw.putIfAbsent(name, parameter.getBytes(StandardCharsets.ISO_8859_1));
                    }
                }
            }
            return new StructuredField(value, raw.isEmpty() ? Map.of() : Parameters.decode(raw));
        }

        /** Returns what stands before the first parameter, where the semicolon between them was forgotten. */
        private static String value(String text, Map<String, byte[]> raw) {
            Matcher unparted = UNPARTED.matcher(text);
            if (!unparted.matches()) {
                return text;
            }
            raw.put(
                    unparted.group(2).toLowerCase(Locale.ROOT),
                    unparted.group(3).strip().getBytes(StandardCharsets.ISO_8859_1));
            return unparted.group(1) == null ? "" : unparted.group(1);
        }

        /** Takes what stands before one of the marks, quotations without their marks (they may hold those marks), without comments. */
        private String until(String marks) {
            var taken = new StringBuilder();
            while (at < text.length() && marks.indexOf(text.charAt(at)) < 0) {
                char c = text.charAt(at++);
                if (c == '"') {
                    quotation(taken);
                } else if (c == '(') {
                    comment();
                } else if (c != '\r' && c != '\n') {
                    taken.append(c);
                }
            }
            return taken.toString();
        }

        private void quotation(StringBuilder taken) {
            while (at < text.length() && text.charAt(at) != '"') {
                // Only these two are quoted in earnest: others are the path of a Windows file.
                boolean quoted =
                        text.charAt(at) == '\\' && at + 1 < text.length() && "\"\\".indexOf(text.charAt(at + 1)) >= 0;
                at += quoted ? 1 : 0;
                char c = text.charAt(at++);
                if (c != '\r' && c != '\n') {
                    taken.append(c);
                }
            }
            at = Math.min(at + 1, text.length());
        }

        private void comment() {
            int depth = 1;
            while (at < text.length() && depth > 0) {
                char c = text.charAt(at++);
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                at += c == '\\' && at < text.length() ? 1 : 0;
            }
        }
    }
}
