package org.restante.mime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The fields of a header section (RFC 5322 §2.2), in their order.
 *
 * <p>Never throws; takes time and memory in proportion to the input. Lines that are no field are passed over.
 */
public final class HeaderFields {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SECTION = 512 << 10;

    /**
     * One field.
     *
     * @param name as it was written
     * @param body the octets behind the colon, still folded, without the line break that ends the field
     */
    public record Field(String name, byte[] body) {

        boolean is(String other) {
            return name.equalsIgnoreCase(other);
        }
    }

    private final List<Field> fields;

    private HeaderFields(List<Field> fields) {
        this.fields = List.copyOf(fields);
    }

    /**
     * Reads the header section at the beginning of a message, and nothing behind it; at most 512 KB.
     *
     * @throws IOException where the source fails
     */
    public static HeaderFields read(InputStream message) throws IOException {
        ByteArrayOutputStream section = new ByteArrayOutputStream();
        int lineLength = 0;
        for (int octet = message.read(); octet >= 0 && section.size() < LONGEST_SECTION; octet = message.read()) {
            section.write(octet);
            if (octet == '\n' && lineLength == 0) {
                break;
            }
            lineLength = octet == '\n' ? 0 : octet == '\r' ? lineLength : lineLength + 1;
        }
        return parse(section.toByteArray());
    }

    /** Reads a header section, up to its first empty line or its end; lines may end with LF alone. */
    public static HeaderFields parse(byte[] section) {
        List<Field> fields = new ArrayList<>();
        for (int at = 0; at < section.length && !isEmptyLine(section, at); ) {
            int end = endOfField(section, at);
            field(section, at, end).ifPresent(fields::add);
            at = end;
        }
        return new HeaderFields(fields);
    }

    private static boolean isEmptyLine(byte[] section, int at) {
        return section[at] == '\n' || section[at] == '\r' && at + 1 < section.length && section[at + 1] == '\n';
    }

    /** A line that begins with white space goes on with the field (RFC 5322 §2.2.3). */
    private static int endOfField(byte[] section, int at) {
        for (int i = at; i < section.length; i++) {
            boolean goesOn = i + 1 < section.length && (section[i + 1] == ' ' || section[i + 1] == '\t');
            if (section[i] == '\n' && !goesOn) {
                return i + 1;
            }
        }
        return section.length;
    }

    private static Optional<Field> field(byte[] section, int start, int end) {
        int colon = start;
        while (colon < end && colon - start < LONGEST_NAME && section[colon] != ':') {
            colon++;
        }
        String name = new String(section, start, colon - start, StandardCharsets.ISO_8859_1).stripTrailing();
        if (colon == end || section[colon] != ':' || name.isEmpty() || !isName(name)) {
            return Optional.empty();
        }
        int last = end;
        while (last > colon + 1 && (section[last - 1] == '\n' || section[last - 1] == '\r')) {
            last--;
        }
        return Optional.of(new Field(name, Arrays.copyOfRange(section, colon + 1, last)));
    }

    private static boolean isName(String name) {
        return name.chars().allMatch(c -> c > 32 && c < 127);
    }

    /** Returns all fields. */
    public List<Field> all() {
        return fields;
    }

    /** Returns the bodies of the fields with that name. */
    public Stream<byte[]> all(String name) {
        return fields.stream().filter(field -> field.is(name)).map(Field::body);
    }

    /** Returns the body of the first field with that name; empty where there is none. */
    public byte[] first(String name) {
        return all(name).findFirst().orElse(new byte[0]);
    }

    /** Returns the first field with that name as people read it; empty where there is none. */
    public String text(String name) {
        return HeaderText.decode(first(name));
    }
}
