package org.restante.message.remote;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A picture of pixels, known by its first octets, whatever anybody called it.
 *
 * @param type the media type
 * @param width in pixels; 0 where it does not say
 * @param height in pixels; 0 where it does not say
 */
record RasterImage(String type, int width, int height) {

    private static final long MOST_PIXELS = 40_000_000;

    /** Returns what kind of picture the octets are; empty where they are none that a browser shows safely. */
    static Optional<RasterImage> sniff(byte[] octets) {
        if (starts(octets, "\u0089PNG\r\n\u001A\n") && octets.length >= 24) {
            return Optional.of(new RasterImage(
                    "image/png", big(octets).getInt(16), big(octets).getInt(20)));
        } else if ((starts(octets, "GIF87a") || starts(octets, "GIF89a")) && octets.length >= 10) {
            return Optional.of(new RasterImage(
                    "image/gif",
                    little(octets).getShort(6) & 0xFFFF,
                    little(octets).getShort(8) & 0xFFFF));
        } else if (starts(octets, "\u00FF\u00D8\u00FF")) {
            return jpeg(octets);
        } else if (starts(octets, "RIFF")
                && octets.length >= 30
                && new String(octets, 8, 4, StandardCharsets.ISO_8859_1).equals("WEBP")) {
            return webp(octets);
        }
        return Optional.empty();
    }

    /** Returns whether showing it costs the browser no more memory than it should. */
    boolean isModest() {
        return width > 0 && height > 0 && (long) width * height <= MOST_PIXELS;
    }

    /** The frame header (ITU-T T.81 §B.2.2) stands behind segments of any kind, which say how long they are. */
    private static Optional<RasterImage> jpeg(byte[] octets) {
        int at = 2;
        while (at + 9 < octets.length && (octets[at] & 0xFF) == 0xFF) {
            int marker = octets[at + 1] & 0xFF;
            boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (frame) {
                return Optional.of(new RasterImage(
                        "image/jpeg",
                        big(octets).getShort(at + 7) & 0xFFFF,
                        big(octets).getShort(at + 5) & 0xFFFF));
            }
            boolean alone = marker == 0xFF || marker == 0x01 || marker >= 0xD0 && marker <= 0xD7;
            at += marker == 0xFF ? 1 : alone ? 2 : 2 + (big(octets).getShort(at + 2) & 0xFFFF);
        }
        return Optional.empty();
    }

    /** The three kinds of RFC 9649: extended, lossy and lossless. */
    private static Optional<RasterImage> webp(byte[] octets) {
        ByteBuffer in = little(octets);
        return switch (new String(octets, 12, 4, StandardCharsets.ISO_8859_1)) {
            case "VP8X" ->
                Optional.of(new RasterImage(
                        "image/webp", 1 + (in.getInt(24) & 0xFFFFFF), 1 + (in.getInt(26) >>> 8 & 0xFFFFFF)));
            case "VP8 " ->
                Optional.of(new RasterImage("image/webp", in.getShort(26) & 0x3FFF, in.getShort(28) & 0x3FFF));
            case "VP8L" ->
                Optional.of(new RasterImage(
                        "image/webp", 1 + (in.getInt(21) & 0x3FFF), 1 + (in.getInt(21) >>> 14 & 0x3FFF)));
            default -> Optional.empty();
        };
    }

    private static boolean starts(byte[] octets, String with) {
        return octets.length >= with.length()
                && new String(octets, 0, with.length(), StandardCharsets.ISO_8859_1).equals(with);
    }

    private static ByteBuffer big(byte[] octets) {
        return ByteBuffer.wrap(octets);
    }

    private static ByteBuffer little(byte[] octets) {
        return ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN);
    }
}
