package org.restante.mime.tnef;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a TNEF stream (MS-OXTNEF) once, from its beginning to its end; what its lengths say is never believed. */
final class TnefReader {

    private static final long SIGNATURE = 0x223E9F78L;
    private static final int MESSAGE_LEVEL = 1;
    private static final int ATTACHMENT_LEVEL = 2;
    private static final int CODE_PAGE = 0x9007;
    private static final int MESSAGE_TEXT = 0x800C;
    private static final int PROPERTIES = 0x9003;
    private static final int RENDERING = 0x9002;
    private static final int TITLE = 0x8010;
    private static final int DATA = 0x800F;
    private static final int ATTACHMENT_PROPERTIES = 0x9005;

    private static final int MOST_ATTACHMENTS = 200;
    private static final int MOST_PROPERTIES = 4000;
    private static final int MOST_VALUES = 4000;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LONGEST_NAME = 1024;
    private static final int OBJECT_IDENTIFIER = 16;

    /** What is known of one attachment. */
    static final class Attached {
        String title = "";
        long size;
        boolean message;
        final Map<Integer, Property> properties = new HashMap<>();
    }

    private final LittleEndian in;
    private final int wanted;
    final List<Attached> attachments = new ArrayList<>();
    final Map<Integer, Property> properties = new HashMap<>();
    Charset codePage = CodePages.of(0);
    byte[] text = {};
    private @Nullable InputStream found;

    private TnefReader(InputStream source, int wanted) {
        in = new LittleEndian(source);
        this.wanted = wanted;
    }

    /**
     * Reads all but what is in the attachments.
     *
     * @throws IOException where the source fails
     */
    static TnefReader list(InputStream source) throws IOException {
        TnefReader reader = new TnefReader(source, -1);
        reader.read();
        return reader;
    }

    /**
     * Returns what is in an attachment, which is read from the source.
     *
     * @param number its number, from 0
     * @throws IOException where the source fails
     */
    static InputStream content(InputStream source, int number) throws IOException {
        TnefReader reader = new TnefReader(source, number);
        reader.read();
        return reader.found == null ? InputStream.nullInputStream() : reader.found;
    }

    private void read() throws IOException {
        try {
            if (in.uint32() != SIGNATURE) {
                return;
            }
            in.uint16();
            while (found == null && attachments.size() <= MOST_ATTACHMENTS) {
                attribute();
            }
        } catch (EOFException e) {
            // It ends where it ends: what was read until then counts.
        }
    }

    private void attribute() throws IOException {
        int level = in.octet();
        int name = in.uint16();
        in.uint16();
        long end = in.uint32() + in.at();
        if (level == MESSAGE_LEVEL) {
            ofMessage(name, end);
        } else if (level == ATTACHMENT_LEVEL) {
            ofAttachment(name, end);
        } else {
            throw new EOFException();
        }
        if (found == null) {
            in.skip(end - in.at());
            in.uint16();
        }
    }

    private void ofMessage(int name, long end) throws IOException {
        switch (name) {
            case CODE_PAGE -> codePage = CodePages.of((int) Math.min(in.uint32(), 0xFFFF));
            case MESSAGE_TEXT -> text = in.keep(end - in.at(), LONGEST_TEXT);
            case PROPERTIES -> properties(properties, end, null);
            default -> {}
        }
    }

    private void ofAttachment(int name, long end) throws IOException {
        if (name == RENDERING || attachments.isEmpty()) {
            attachments.add(new Attached());
        }
        Attached attached = attachments.get(attachments.size() - 1);
        switch (name) {
            case TITLE ->
                attached.title = new Property(Property.STRING8, in.keep(end - in.at(), LONGEST_NAME)).text(codePage);
            case DATA -> content(attached, end - in.at());
            case ATTACHMENT_PROPERTIES -> properties(attached.properties, end, attached);
            default -> {}
        }
    }

    private void content(Attached attached, long length) throws IOException {
        if (attachments.size() - 1 == wanted) {
            found = in.stream(length);
        } else {
            attached.size = in.skip(length);
        }
    }

    private void properties(Map<Integer, Property> known, long end, @Nullable Attached attached) throws IOException {
        long count = Math.min(in.uint32(), MOST_PROPERTIES);
        for (long i = 0; i < count && in.at() < end && found == null; i++) {
            int type = in.uint16();
            int id = in.uint16();
            if (id >= 0x8000) {
                nameOfProperty(end);
            }
            int size = Property.fixedSize(type);
            long values = size == 0 || (type & Property.MANY) != 0 ? Math.min(in.uint32(), MOST_VALUES) : 1;
            for (long j = 0; j < values && in.at() < end && found == null; j++) {
                value(known, type, id, size == 0 ? in.uint32() : size, end, attached);
            }
        }
    }

    /** A property with a name of its own: its number tells nothing. */
    private void nameOfProperty(long end) throws IOException {
        in.skip(OBJECT_IDENTIFIER);
        boolean named = in.uint32() == 1;
        long rest = in.uint32();
        if (named) {
            in.skip(Math.min(padded(rest), end - in.at()));
        }
    }

    private void value(Map<Integer, Property> known, int type, int id, long size, long end, @Nullable Attached attached)
            throws IOException {
        long length = Math.max(0, Math.min(size, end - in.at()));
        long after = in.at() + Math.min(padded(length), end - in.at());
        if (id == Property.ATTACH_DATA && attached != null) {
            boolean object = type == Property.OBJECT;
            attached.message |= object;
            content(attached, length - (object ? in.skip(Math.min(OBJECT_IDENTIFIER, length)) : 0));
        } else if (id < 0x8000) {
            known.putIfAbsent(id, new Property(type, in.keep(length, isText(id) ? LONGEST_TEXT : LONGEST_NAME)));
        }
        if (found == null) {
            in.skip(after - in.at());
        }
    }

    private static boolean isText(int id) {
        return id == Property.BODY || id == Property.HTML || id == Property.RTF_COMPRESSED;
    }

    private static long padded(long length) {
        return length + 3 & ~3L;
    }
}
