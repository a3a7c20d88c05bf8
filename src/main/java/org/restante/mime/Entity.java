package org.restante.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A part of a message (RFC 2045 §2.4 entity) while it is being read. */
final class Entity {

    private static final StructuredField NOTHING = new StructuredField("", Map.of());

    private static final Pattern TYPE = Pattern.compile("[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+*-]+");
    private static final Set<String> FILES = Set.of("application", "audio", "image", "video", "file", "binary");

    private static final int LONGEST_BOUNDARY = 70;

    /** Shorter ones are rather lines of a preamble. */
    private static final int SHORTEST_GUESS = 8;

    /** Null at the root. */
    final Entity parent;

    final List<Entity> children = new ArrayList<>();
    private final int depth;
    private StructuredField type = NOTHING;
    private StructuredField disposition = NOTHING;
    private String encoding = "7bit";
    private String contentId = "";
    private byte[] boundary = {};
    private byte[] used = {};
    private long bodyStart;
    private long end = -1;
    private boolean closed;

    Entity(Entity parent, long start) {
        this.parent = parent;
        depth = parent == null ? 1 : parent.depth + 1;
        bodyStart = start;
        type = new StructuredField(defaultType(), Map.of());
    }

    /** RFC 2046 §5.1.5: in a digest, parts are messages unless they say otherwise. */
    private String defaultType() {
        return parent != null && parent.type.value().equals("multipart/digest") ? "message/rfc822" : "text/plain";
    }

    void header(HeaderFields fields, long bodyStart) {
        this.bodyStart = bodyStart;
        StructuredField said = StructuredField.parse(fields.first("Content-Type"));
        if (TYPE.matcher(said.value()).matches()) {
            type = said;
        } else if (FILES.contains(said.value())) {
            type = new StructuredField("application/octet-stream", said.parameters());
        }
        if (isMultipart()) {
            boundary = type.parameters().getOrDefault("boundary", "").getBytes(StandardCharsets.UTF_8);
        }
        disposition = StructuredField.parse(fields.first("Content-Disposition"));
        String coded =
                StructuredField.parse(fields.first("Content-Transfer-Encoding")).value();
        encoding = coded.isEmpty() ? "7bit" : coded;
        String id = fields.text("Content-ID");
        contentId = id.startsWith("<") && id.endsWith(">") ? id.substring(1, id.length() - 1) : id;
    }

    int depth() {
        return depth;
    }

    /** Ends the multipart: only an epilogue follows. */
    void close() {
        closed = true;
    }

    /** Returns whether a line of this length is a delimiter of this multipart, which is still open. */
    boolean isDelimitedBy(byte[] line, int length) {
        return !closed && (isLine(line, length, boundary) || isLine(line, length, used));
    }

    private static boolean isLine(byte[] line, int length, byte[] boundary) {
        return boundary.length > 0 && Arrays.equals(line, 2, Math.max(2, length), boundary, 0, boundary.length);
    }

    /**
     * Takes a line for a delimiter of this multipart though another was announced, or none, where it looks like one and none was met.
     */
    boolean adopts(byte[] line, int length) {
        if (!isMultipart() || closed || !children.isEmpty() || used.length > 0 || length - 2 > LONGEST_BOUNDARY) {
            return false;
        }
        int shortest = boundary.length == 0 ? 1 : SHORTEST_GUESS;
        for (int i = 2; i < length; i++) {
            if (line[i] <= ' ' || line[i] >= 0x7F) {
                return false;
            }
        }
        if (length - 2 < shortest) {
            return false;
        }
        used = Arrays.copyOfRange(line, 2, length);
        return true;
    }

    /** Returns whether no part was found in what should have some: then all of it is text. */
    private boolean isBroken() {
        return isMultipart() && children.isEmpty() && end > bodyStart;
    }

    void end(long octet) {
        if (end < 0) {
            end = Math.max(octet, bodyStart);
        }
    }

    boolean isMultipart() {
        return type.value().startsWith("multipart/");
    }

    /** A nested message is read only where it is not encoded (RFC 2046 §5.2.1). */
    boolean isMessage() {
        return (type.value().equals("message/rfc822") || type.value().equals("message/global"))
                && (encoding.equals("7bit") || encoding.equals("8bit") || encoding.equals("binary"));
    }

    /** Returns this as the root of a message, whose parts are numbered below the given one. */
    Part root(Optional<PartId> message, Map<PartId, ParsedMessage.Range> ranges) {
        return isMultipart() && !isBroken()
                ? part(Optional.empty(), message, ranges)
                : part(Optional.of(child(message, 1)), Optional.empty(), ranges);
    }

    private static PartId child(Optional<PartId> parent, int number) {
        return parent.map(id -> id.child(number)).orElseGet(() -> new PartId(Integer.toString(number)));
    }

    private Part part(Optional<PartId> id, Optional<PartId> prefix, Map<PartId, ParsedMessage.Range> ranges) {
        id.ifPresent(number -> ranges.put(number, new ParsedMessage.Range(bodyStart, end - bodyStart)));
        List<Part> parts = new ArrayList<>();
        boolean multipart = isMultipart() && !isBroken();
        if (multipart) {
            Optional<PartId> above = id.or(() -> prefix);
            for (Entity child : children) {
                parts.add(child.part(Optional.of(child(above, parts.size() + 1)), Optional.empty(), ranges));
            }
        } else {
            children.forEach(nested -> parts.add(nested.root(id, ranges)));
        }
        return new Part(
                id,
                isBroken() ? "text/plain" : type.value(),
                type.parameters(),
                multipart ? "" : contentId,
                multipart ? "" : encoding,
                multipart ? 0 : end - bodyStart,
                disposition.value(),
                Parameters.fileName(disposition.parameters(), type.parameters()),
                List.copyOf(parts));
    }
}
