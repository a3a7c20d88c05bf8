package org.restante.mime;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The text of unstructured header fields and phrases, as people read it.
 *
 * <p>Never throws; takes time and memory in proportion to the input.
 */
public final class HeaderText {

    private HeaderText() {}

    /**
     * Returns the text of a raw field body or phrase: unfolded (RFC 5322 §2.2.3), encoded words decoded (RFC 2047,
     * with the abuses seen in mail),
     * raw eight-bit text decoded as UTF-8 (RFC 6532) or the likeliest other character set, on one line and free of
     * control characters.
     */
    public static String decode(byte[] raw) {
        return decode(raw, 0, raw.length);
    }

    /** Returns the text of the octets from one index to another; see {@link #decode(byte[])}. */
    public static String decode(byte[] octets, int from, int to) {
        return isPlain(octets, from, to)
                ? new String(octets, from, to - from, StandardCharsets.ISO_8859_1).strip()
                : decodeOdd(Arrays.copyOfRange(octets, from, to));
    }

    /** Nothing but printable ASCII, and no encoded word: most text is so. */
    private static boolean isPlain(byte[] octets, int from, int to) {
        for (int i = from; i < to; i++) {
            byte octet = octets[i];
            if (octet < ' ' || octet == 0x7F || octet == '?' && i > from && octets[i - 1] == '=') {
                return false;
            }
        }
        return true;
    }

    private static String decodeOdd(byte[] raw) {
        boolean plain = CharsetGuess.isAscii(raw) && !CharsetGuess.hasIso2022Escape(raw);
        String text = new String(raw, plain ? StandardCharsets.ISO_8859_1 : CharsetGuess.of(raw));
        return decodeCharacters(text);
    }

    /**
     * Returns the text of a raw field body whose characters each stand for an octet, or that is Unicode already; see
     * {@link #decode(byte[])}.
     */
    public static String decode(String raw) {
        return isOfOctets(raw) ? decode(raw.getBytes(StandardCharsets.ISO_8859_1)) : decodeCharacters(raw);
    }

    private static boolean isOfOctets(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) > 0xFF) {
                return false;
            }
        }
        return true;
    }

    private static String decodeCharacters(String text) {
        String unfolded = unfold(text);
        return SafeText.oneLine(unfolded.contains("=?") ? new EncodedWords(unfolded).decode() : unfolded);
    }

    /** A break before white space is only folding; any other has no place in a field and becomes a space. */
    private static String unfold(String text) {
        if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
            return text;
        }
        StringBuilder unfolded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\r' && c != '\n') {
                unfolded.append(c);
            } else if (i + 1 < text.length() && " \t\r\n".indexOf(text.charAt(i + 1)) < 0) {
                unfolded.append(' ');
            }
        }
        return unfolded.toString();
    }
}
