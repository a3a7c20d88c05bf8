package org.restante.message;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Writes what messages are encoded in; each method returns octets as ISO 8859-1 text. */
final class Encodings {

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(76, new byte[] {'\r', '\n'});
    private static final int LONGEST_LINE = 75;
    private static final int PIECE = 10;

    private Encodings() {}

    static String transfer(String encoding, byte[] content) {
        return switch (encoding) {
            case "base64" -> LINES.encodeToString(content);
            case "quoted-printable" -> quotedPrintable(content);
            default -> octets(content);
        };
    }

    static String octets(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    /** RFC 2045 section 6.7; line ends are encoded too, so that content of any kind comes back byte for byte. */
    private static String quotedPrintable(byte[] content) {
        StringBuilder out = new StringBuilder();
        int column = 0;
        for (byte b : content) {
            boolean plain = b > ' ' && b < 127 && b != '=';
            String piece = plain ? String.valueOf((char) b) : "=%02X".formatted(b & 0xFF);
            if (column + piece.length() > LONGEST_LINE) {
                out.append("=\r\n");
                column = 0;
            }
            out.append(piece);
            column += piece.length();
        }
        return out.toString();
    }

    /** RFC 2047, in as many words as it takes; a character is never split. */
    static String words(String text, String charset, boolean base64) {
        return pieces(text).stream()
                .map(piece -> piece.getBytes(Charset.forName(charset)))
                .map(bytes -> "=?%s?%s?%s?="
                        .formatted(
                                charset,
                                base64 ? "B" : "Q",
                                base64 ? Base64.getEncoder().encodeToString(bytes) : hex(bytes, '=')))
                .collect(Collectors.joining("\r\n "));
    }

    private static List<String> pieces(String text) {
        int[] points = text.codePoints().toArray();
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from < points.length; from += PIECE) {
            pieces.add(new String(points, from, Math.min(PIECE, points.length - from)));
        }
        return pieces;
    }

    /** RFC 2231 section 4, in two continuations. */
    static String extendedParameter(String name, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        int middle = bytes.length / 2;
        return "%s*0*=utf-8''%s;\r\n %s*1*=%s"
                .formatted(name, hex(bytes, 0, middle, '%'), name, hex(bytes, middle, bytes.length, '%'));
    }

    private static String hex(byte[] bytes, char mark) {
        return hex(bytes, 0, bytes.length, mark);
    }

    private static String hex(byte[] bytes, int from, int to, char mark) {
        StringBuilder out = new StringBuilder();
        for (int i = from; i < to; i++) {
            boolean plain = Character.isLetterOrDigit(bytes[i] & 0xFF) && bytes[i] > 0;
            out.append(plain ? String.valueOf((char) bytes[i]) : "%c%02X".formatted(mark, bytes[i] & 0xFF));
        }
        return out.toString();
    }
}
