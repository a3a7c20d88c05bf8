package org.restante.mime;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds the parts of a message (RFC 2045, RFC 2046) while its octets pass by, and numbers them as IMAP does (RFC 9051 §6.4.5.1).
 *
 * <p>A delimiter that is not the announced one is taken for it where none was met; a multipart without any is text. Never throws; keeps
 * no content. Beyond 50 levels, 1,000 parts or 1 MB of header sections, what follows is no part of its own.
 */
public final class StructureParser extends OutputStream {

    static final int DEEPEST = 50;
    static final int MOST_PARTS = 1000;
    private static final int LONGEST_HEADER = 64 << 10;
    private static final int MOST_HEADER_OCTETS = 1 << 20;
    private static final int LONGEST_DELIMITER = 300;

    private final Entity root = new Entity(null, 0);
    private final ByteArrayOutputStream header = new ByteArrayOutputStream();
    private final byte[] line = new byte[LONGEST_DELIMITER];
    private Entity current = root;
    private boolean inHeader = true;
    private int headerOctets;
    private int parts = 1;
    private int lineLength;
    private long at;
    private long lineStart;
    private int lastBreak;
    private boolean afterCr;

    @Override
    public void write(int octet) {
        byte b = (byte) octet;
        at++;
        if (lineLength < LONGEST_DELIMITER) {
            line[lineLength++] = b;
        }
        if (inHeader && header.size() < LONGEST_HEADER && headerOctets < MOST_HEADER_OCTETS) {
            header.write(b);
            headerOctets++;
        }
        if (b == '\n') {
            endLine(afterCr ? 2 : 1);
        }
        afterCr = b == '\r';
    }

    @Override
    public void write(byte[] octets, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, octets.length);
        for (int i = offset; i < offset + length; i++) {
            write(octets[i]);
        }
    }

    /** Returns what was found, when the whole message has passed. */
    public ParsedMessage finish() {
        if (lineLength > 0) {
            endLine(0);
        }
        if (inHeader) {
            endHeader(at);
        }
        endBelow(null, at);
        Map<PartId, ParsedMessage.Range> ranges = new LinkedHashMap<>();
        return new ParsedMessage(root.root(Optional.empty(), ranges), ranges);
    }

    private void endLine(int lineBreak) {
        if (lineLength > 2 && line[0] == '-' && line[1] == '-' && delimits()) {
            lastBreak = 0;
        } else {
            lastBreak = lineBreak;
            if (inHeader && at - lineStart == lineBreak) {
                endHeader(at);
                if (current.isMessage()) {
                    begin(current);
                }
            }
        }
        lineStart = at;
        lineLength = 0;
    }

    private void endHeader(long bodyStart) {
        current.header(HeaderFields.parse(header.toByteArray()), bodyStart);
        header.reset();
        inHeader = false;
    }

    private void begin(Entity parent) {
        if (parts == MOST_PARTS || parent.depth() == DEEPEST) {
            return;
        }
        parts++;
        current = new Entity(parent, at);
        parent.children.add(current);
        inHeader = true;
    }

    /** Ends the parts that a delimiter ends and begins the next, if the line is one (RFC 2046 §5.1.1). */
    private boolean delimits() {
        int end = lineLength;
        while (end > 2 && line[end - 1] >= 0 && line[end - 1] <= ' ') {
            end--;
        }
        for (Entity entity = current; entity != null; entity = entity.parent) {
            if (entity.isDelimitedBy(line, end)) {
                endBefore(entity);
                begin(entity);
                return true;
            }
            if (line[end - 1] == '-' && line[end - 2] == '-' && entity.isDelimitedBy(line, end - 2)) {
                endBefore(entity);
                entity.close();
                return true;
            }
        }
        if (!inHeader && current.adopts(line, end)) {
            endBefore(current);
            begin(current);
            return true;
        }
        return false;
    }

    /** Ends what is open below a multipart; the line break before a delimiter is part of the delimiter. */
    private void endBefore(Entity multipart) {
        if (inHeader) {
            endHeader(lineStart);
        }
        endBelow(multipart, lineStart - lastBreak);
        current = multipart;
    }

    private void endBelow(Entity above, long octet) {
        for (Entity entity = current; entity != above; entity = entity.parent) {
            entity.end(octet);
        }
    }
}
