package org.restante.mime.tnef;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The beginning of the value of a MAPI property (MS-OXPROPS). */
record Property(int type, byte[] value) {

    static final int BODY = 0x1000;
    static final int RTF_COMPRESSED = 0x1009;
    static final int HTML = 0x1013;
    static final int DISPLAY_NAME = 0x3001;
    static final int ATTACH_DATA = 0x3701;
    static final int ATTACH_FILENAME = 0x3704;
    static final int ATTACH_LONG_FILENAME = 0x3707;
    static final int ATTACH_MIME_TAG = 0x370E;
    static final int ATTACH_CONTENT_ID = 0x3712;
    static final int INTERNET_CODE_PAGE = 0x3FDE;

    static final int OBJECT = 0x0D;
    static final int STRING8 = 0x1E;
    static final int UNICODE = 0x1F;
    static final int BINARY = 0x102;
    static final int MANY = 0x1000;

    /** Returns how many octets a value of this type has; 0 where the value itself says so. */
    static int fixedSize(int type) {
        return switch (type & ~MANY) {
            case 0x05, 0x06, 0x07, 0x14, 0x40 -> 8;
            case 0x48 -> 16;
            case OBJECT, STRING8, UNICODE, BINARY -> 0;
            default -> 4;
        };
    }

    /** Returns it as text, up to a NUL. */
    String text(Charset codePage) {
        String text = new String(value, type == UNICODE ? StandardCharsets.UTF_16LE : codePage);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    int number() {
        return value.length < 4 ? 0 : (value[0] & 0xFF) | (value[1] & 0xFF) << 8 | (value[2] & 0xFF) << 16;
    }
}
