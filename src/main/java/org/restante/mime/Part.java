package org.restante.mime;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One node of a message's structure (RFC 9051 §7.5.2 BODYSTRUCTURE), without its content.
 *
 * @param id the section number; the root of a multipart message has none
 * @param type the media type in lower case, such as {@code text/html}
 * @param parameters the parameters of Content-Type, names in lower case, values decoded (RFC 2231)
 * @param contentId the Content-ID without angle brackets, empty where there is none
 * @param encoding the Content-Transfer-Encoding in lower case
 * @param size octets as encoded; 0 for a multipart
 * @param disposition {@code inline}, {@code attachment}, or empty where it is not said
 * @param fileName the decoded file name from disposition or type, empty where there is none; not yet safe for a file
 * system
 * @param children the parts of a multipart, or the one root part of a nested message
 */
public record Part(
        Optional<PartId> id,
        String type,
        Map<String, String> parameters,
        String contentId,
        String encoding,
        long size,
        String disposition,
        String fileName,
        List<Part> children) {

    /** Returns whether the major type is this one, such as {@code text}. */
    public boolean isOf(String majorType) {
        return type.startsWith(majorType + "/");
    }

    /** Returns a parameter of Content-Type, or an empty string. */
    public String parameter(String name) {
        return parameters.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /** Returns this part with others below it. */
    public Part with(List<Part> parts) {
        return new Part(id, type, parameters, contentId, encoding, size, disposition, fileName, parts);
    }

    /** Returns this part with each part below it that has none below itself replaced, and itself if it has none. */
    public Part replacingLeaves(UnaryOperator<Part> replacement) {
        return children.isEmpty()
                ? replacement.apply(this)
                : with(children.stream()
                        .map(child -> child.replacingLeaves(replacement))
                        .toList());
    }

    /** Returns this part with nothing below it. */
    Part withoutChildren() {
        return with(List.of());
    }

    /** Returns this part and all below it, depth first. */
    public Stream<Part> flattened() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Part::flattened));
    }

    /** Returns the part with that number, in this one or below it. */
    public Optional<Part> find(PartId wanted) {
        return flattened()
                .filter(part -> part.id().filter(wanted::equals).isPresent())
                .findFirst();
    }
}
