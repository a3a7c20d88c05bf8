package org.restante.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The parameters of Content-Type and Content-Disposition, decoded: continuations and character sets (RFC 2231),
 * encoded words (RFC 2047 §5
 * forbids them here, senders use them), raw eight-bit text.
 *
 * <p>Never throws.
 */
public final class Parameters {

    private static final int MOST_SECTIONS = 10_000;

    private Parameters() {}

    /**
     * Returns the decoded parameters, names in lower case and without their RFC 2231 marks, in order of first
     * appearance.
     *
     * @param raw names as they came (such as {@code filename*0*}) and the octets of the values, without quotes
     */
    public static Map<String, String> decode(Map<String, byte[]> raw) {
        if (raw.keySet().stream().noneMatch(name -> name.indexOf('*') > 0)) {
            return decodePlain(raw);
        }
        Map<String, Value> values = new LinkedHashMap<>();
        raw.forEach((name, octets) -> {
            Section section = Section.of(name, octets);
            values.computeIfAbsent(section.name(), any -> new Value()).add(section);
        });
        Map<String, String> decoded = new LinkedHashMap<>();
        values.forEach((name, value) -> decoded.put(name, value.decode()));
        return decoded;
    }

    private static Map<String, String> decodePlain(Map<String, byte[]> raw) {
        Map<String, String> decoded = new LinkedHashMap<>();
        raw.forEach((name, octets) ->
                decoded.putIfAbsent(name.strip().toLowerCase(Locale.ROOT), HeaderText.decode(octets)));
        return decoded;
    }

    /**
     * Returns the file name of a part: {@code filename} of Content-Disposition, else {@code name} of Content-Type,
     * else an empty string. Both maps
     * as {@link #decode} returns them.
     */
    public static String fileName(Map<String, String> disposition, Map<String, String> type) {
        String name = disposition.getOrDefault("filename", "");
        return name.isBlank() ? type.getOrDefault("name", "") : name;
    }

    /**
     * One entry of a parameter list.
     *
     * @param number the section of a continuation; -1 where the value came whole
     * @param extended whether the value is percent-encoded
     */
    private record Section(String name, int number, boolean extended, byte[] octets) {

        static Section of(String label, byte[] octets) {
            String name = label.strip().toLowerCase(Locale.ROOT);
            int star = name.indexOf('*');
            if (star <= 0) {
                return new Section(name, -1, false, octets);
            }
            boolean extended = name.endsWith("*");
            String number = name.substring(star + 1, Math.max(star + 1, name.length() - (extended ? 1 : 0)));
            return new Section(name.substring(0, star), number(number), extended, octets);
        }

        private static int number(String digits) {
            boolean number =
                    !digits.isEmpty() && digits.length() < 6 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
            return number ? Integer.parseInt(digits) : -1;
        }
    }

    private static final class Value {

        private final TreeMap<Integer, Section> continued = new TreeMap<>();
        private Section whole;

        void add(Section section) {
            if (section.number() >= 0 && continued.size() < MOST_SECTIONS) {
                continued.putIfAbsent(section.number(), section);
            } else if (whole == null || section.extended() && !whole.extended()) {
                whole = section;
            }
        }

        /**
         * An extended value is better than its continuation, and both than the plain one that is there for old
         * readers.
         */
        String decode() {
            if (whole != null && (whole.extended() || continued.isEmpty())) {
                return join(Map.of(0, whole));
            }
            return join(continued);
        }

        private static String join(Map<Integer, Section> sections) {
            ByteArrayOutputStream octets = new ByteArrayOutputStream();
            String charset = null;
            for (Section section : sections.values()) {
                byte[] value = section.octets();
                if (section.extended()) {
                    int start = charset == null ? textStart(value) : 0;
                    charset = charset == null ? charset(value) : charset;
                    unescape(value, start, octets);
                } else {
                    octets.writeBytes(value);
                }
            }
            return charset == null || charset.isEmpty()
                    ? HeaderText.decode(octets.toByteArray())
                    : SafeText.oneLine(
                            TextDecoding.decode(octets.toByteArray(), charset).text());
        }

        private static String charset(byte[] value) {
            String text = new String(value, StandardCharsets.ISO_8859_1);
            return textStart(value) == 0 ? "" : text.substring(0, text.indexOf('\''));
        }

        /** Behind {@code charset'language'} (RFC 2231 §4); 0 where the sender left that out. */
        private static int textStart(byte[] value) {
            String text = new String(value, StandardCharsets.ISO_8859_1);
            int first = text.indexOf('\'');
            int second = first < 0 ? -1 : text.indexOf('\'', first + 1);
            return second < 0 ? 0 : second + 1;
        }

        private static void unescape(byte[] value, int start, ByteArrayOutputStream octets) {
            for (int i = start; i < value.length; i++) {
                int octet = value[i] == '%' && i + 2 < value.length ? Hex.octet(value[i + 1], value[i + 2]) : -1;
                octets.write(octet >= 0 ? octet : value[i]);
                i += octet >= 0 ? 2 : 0;
            }
        }
    }
}
