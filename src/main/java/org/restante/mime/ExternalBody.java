package org.restante.mime;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A part that is not in the message (RFC 2046 §5.2.3, RFC 2017). */
final class ExternalBody {

    private static final List<String> PLACE = List.of("url", "site", "server", "directory", "name");
    private static final int LONGEST = 300;

    private ExternalBody() {}

    /** Returns where it lies, as the message has it, to be read and not followed. */
    static String where(Part part) {
        String place = Stream.concat(Stream.of("access-type"), PLACE.stream())
                .map(part::parameter)
                .filter(value -> !value.isBlank())
                .collect(Collectors.joining(", "));
        String line = SafeText.oneLine(place);
        return line.substring(0, Math.min(LONGEST, line.length()));
    }
}
