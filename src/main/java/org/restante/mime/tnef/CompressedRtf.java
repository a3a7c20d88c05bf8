package org.restante.mime.tnef;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Rich text as Outlook packs it (MS-OXRTFCP). Never throws; what is too long ends early. */
final class CompressedRtf {

    private static final int HEADER = 16;
    private static final int PACKED = 0x75465A4C;
    private static final int NOT_PACKED = 0x414C454D;
    private static final int WINDOW = 4096;
    private static final int MOST = 4 << 20;

    private static final byte[] BEGINNING = ("{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}"
                    + "{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArial"
                    + "Times New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
                    + "\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx")
            .getBytes(StandardCharsets.US_ASCII);

    private final byte[] packed;
    private final byte[] window = new byte[WINDOW];
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int write = BEGINNING.length;

    private CompressedRtf(byte[] packed) {
        this.packed = packed;
        System.arraycopy(BEGINNING, 0, window, 0, BEGINNING.length);
    }

    static byte[] unpack(byte[] packed) {
        if (packed.length < HEADER) {
            return new byte[0];
        }
        return switch (kind(packed)) {
            case NOT_PACKED -> java.util.Arrays.copyOfRange(packed, HEADER, packed.length);
            case PACKED -> new CompressedRtf(packed).unpack();
            default -> new byte[0];
        };
    }

    private static int kind(byte[] packed) {
        return java.nio.ByteBuffer.wrap(packed)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .getInt(8);
    }

    private byte[] unpack() {
        int at = HEADER;
        while (at < packed.length && out.size() < MOST) {
            int control = packed[at++];
            for (int bit = 0; bit < 8 && at < packed.length; bit++) {
                if ((control >> bit & 1) == 0) {
                    emit(packed[at++]);
                } else if (at + 1 < packed.length) {
                    int reference = (packed[at] & 0xFF) << 8 | packed[at + 1] & 0xFF;
                    at += 2;
                    if (reference >> 4 == write) {
                        return out.toByteArray();
                    }
                    repeat(reference >> 4, (reference & 0xF) + 2);
                } else {
                    return out.toByteArray();
                }
            }
        }
        return out.toByteArray();
    }

    private void repeat(int from, int length) {
        for (int i = 0; i < length; i++) {
            emit(window[(from + i) % WINDOW]);
        }
    }

    private void emit(byte octet) {
        out.write(octet);
        window[write] = octet;
        write = (write + 1) % WINDOW;
    }
}
