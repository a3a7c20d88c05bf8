package org.restante.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A part of a message (RFC 2045 §2.4 entity) while it is being read. */
final class Entity {

    private static final StructuredField NOTHING = new StructuredField("", Map.of());

    /** Null at the root. */
    final Entity parent;

    final List<Entity> children = new ArrayList<>();
    private final int depth;
    private StructuredField type = NOTHING;
    private StructuredField disposition = NOTHING;
    private String encoding = "7bit";
    private String contentId = "";
    private byte[] boundary = {};
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
        if (said.value().matches("[^/]+/[^/]+")) {
            type = said;
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
        return !closed
                && boundary.length > 0
                && Arrays.equals(line, 2, Math.max(2, length), boundary, 0, boundary.length);
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
        return isMultipart()
                ? part(Optional.empty(), message, ranges)
                : part(Optional.of(child(message, 1)), Optional.empty(), ranges);
    }

    private static PartId child(Optional<PartId> parent, int number) {
        return parent.map(id -> id.child(number)).orElseGet(() -> new PartId(Integer.toString(number)));
    }

    private Part part(Optional<PartId> id, Optional<PartId> prefix, Map<PartId, ParsedMessage.Range> ranges) {
        id.ifPresent(number -> ranges.put(number, new ParsedMessage.Range(bodyStart, end - bodyStart)));
        List<Part> parts = new ArrayList<>();
        if (isMultipart()) {
            Optional<PartId> above = id.or(() -> prefix);
            for (Entity child : children) {
                parts.add(child.part(Optional.of(child(above, parts.size() + 1)), Optional.empty(), ranges));
            }
        } else {
            children.forEach(nested -> parts.add(nested.root(id, ranges)));
        }
        return new Part(
                id,
                type.value(),
                type.parameters(),
                isMultipart() ? "" : contentId,
                isMultipart() ? "" : encoding,
                isMultipart() ? 0 : end - bodyStart,
                disposition.value(),
                Parameters.fileName(disposition.parameters(), type.parameters()),
                List.copyOf(parts));
    }
}
