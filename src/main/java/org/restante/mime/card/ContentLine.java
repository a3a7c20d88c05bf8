package org.restante.mime.card;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.restante.mime.SafeText;
import org.restante.mime.TextDecoding;
import org.restante.mime.TransferEncoding;

/**
 * One line of a calendar or of a contact (RFC 5545 §3.1, RFC 6350 §3.3, vCard 2.1).
 *
 * @param name in upper case, without its group
 * @param parameters names in upper case; a bare word of vCard 2.1 is a TYPE
 * @param value as it was written
 */
record ContentLine(String name, Map<String, List<String>> parameters, String value) {

    private static final int MOST_PARAMETERS = 50;

    /** Reads an unfolded line; empty where it is none. */
    static Optional<ContentLine> parse(String line) {
        int end = 0;
        while (end < line.length() && line.charAt(end) != ':' && line.charAt(end) != ';') {
            end++;
        }
        String name =
                line.substring(line.lastIndexOf('.', end) + 1, end).strip().toUpperCase(Locale.ROOT);
        Map<String, List<String>> parameters = new HashMap<>();
        int at = end;
        for (int i = 0; at < line.length() && line.charAt(at) == ';'; i++) {
            int next = endOfParameter(line, at + 1);
            if (i < MOST_PARAMETERS) {
                parameter(line.substring(at + 1, next), parameters);
            }
            at = next;
        }
        return name.isEmpty() || at == line.length()
                ? Optional.empty()
                : Optional.of(new ContentLine(name, parameters, line.substring(at + 1)));
    }

    private static int endOfParameter(String line, int from) {
        boolean quoted = false;
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            if (!quoted && (c == ';' || c == ':')) {
                return i;
            }
        }
        return line.length();
    }

    private static void parameter(String parameter, Map<String, List<String>> parameters) {
        int equals = parameter.indexOf('=');
        String name =
                equals < 0 ? "TYPE" : parameter.substring(0, equals).strip().toUpperCase(Locale.ROOT);
        List<String> values = parameters.computeIfAbsent(name, key -> new ArrayList<>());
        String text = parameter.substring(equals + 1);
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i <= text.length(); i++) {
            boolean end = i == text.length() || text.charAt(i) == ',' && !quoted;
            if (end && values.size() < MOST_PARAMETERS) {
                values.add(unquoted(text.substring(start, i).strip()));
            }
            start = end ? i + 1 : start;
            quoted ^= !end && text.charAt(i) == '"';
        }
    }

    /** RFC 6868. */
    private static String unquoted(String value) {
        return value.replace("\"", "").replace("^n", " ").replace("^'", "\"").replace("^^", "^");
    }

    /** Returns the first value of a parameter; empty where there is none. */
    String parameter(String parameter) {
        return parameters.getOrDefault(parameter, List.of()).stream()
                .findFirst()
                .orElse("");
    }

    /** Returns whether one of the kinds that it says it is of is this one. */
    boolean isOfType(String type) {
        return parameters.getOrDefault("TYPE", List.of()).stream().anyMatch(type::equalsIgnoreCase);
    }

    /** Returns the value as text of possibly several lines. */
    String text() {
        return SafeText.lines(unescaped(decoded()));
    }

    /** Returns the value as text on one line. */
    String line() {
        return SafeText.oneLine(unescaped(decoded()));
    }

    /** Returns what semicolons divide, each on one line; at most as many as there are. */
    List<String> components() {
        String decoded = decoded();
        List<String> components = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= decoded.length() && components.size() < MOST_PARAMETERS; i++) {
            if (i < decoded.length() && decoded.charAt(i) == '\\') {
                i++;
            } else if (i == decoded.length() || decoded.charAt(i) == ';') {
                components.add(SafeText.oneLine(unescaped(decoded.substring(start, i))));
                start = i + 1;
            }
        }
        return components;
    }

    private String decoded() {
        boolean coded = parameter("ENCODING").equalsIgnoreCase("QUOTED-PRINTABLE") || isOfType("QUOTED-PRINTABLE");
        if (!coded) {
            return value;
        }
        var octets = new ByteArrayInputStream(value.getBytes(StandardCharsets.UTF_8));
        try {
            byte[] decoded = TransferEncoding.decode("quoted-printable", octets).readAllBytes();
            return TextDecoding.decode(decoded, parameter("CHARSET")).text();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** RFC 5545 §3.3.11. */
    private static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && "nN,;:\\".indexOf(text.charAt(i + 1)) >= 0) {
                char escaped = text.charAt(++i);
                plain.append(escaped == 'n' || escaped == 'N' ? '\n' : escaped);
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
