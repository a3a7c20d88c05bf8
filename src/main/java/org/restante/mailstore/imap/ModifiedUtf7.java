package org.restante.mailstore.imap;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The encoding of mailbox names on the wire (RFC 3501 §5.1.3). */
final class ModifiedUtf7 {

    private ModifiedUtf7() {}

    static String encode(String name) {
        var out = new StringBuilder();
        for (int i = 0; i < name.length(); ) {
            char c = name.charAt(i);
            if (c == '&') {
                out.append("&-");
                i++;
            } else if (isPlain(c)) {
                out.append(c);
                i++;
            } else {
                int from = i;
                while (i < name.length() && !isPlain(name.charAt(i))) {
                    i++;
                }
                String base64 = Base64.getEncoder()
                        .withoutPadding()
                        .encodeToString(name.substring(from, i).getBytes(StandardCharsets.UTF_16BE));
                out.append('&').append(base64.replace('/', ',')).append('-');
            }
        }
        return out.toString();
    }

    /** Returns the name, or the text as it is where it is not encoded as it should be: UTF-8, or nothing at all. */
    static String decode(byte[] text) {
        String ascii = new String(text, StandardCharsets.ISO_8859_1);
        try {
            if (ascii.chars().anyMatch(c -> c > 127)) {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(text))
                        .toString();
            }
            return decode(ascii);
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return ascii;
        }
    }

    private static String decode(String text) throws CharacterCodingException {
        var out = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int shift = text.indexOf('&', i);
            if (shift < 0) {
                return out.append(text, i, text.length()).toString();
            }
            int end = text.indexOf('-', shift);
            if (end < 0) {
                throw new IllegalArgumentException("a shift without an end");
            }
            out.append(text, i, shift).append(end == shift + 1 ? "&" : shifted(text.substring(shift + 1, end)));
            i = end + 1;
        }
        return out.toString();
    }

    private static String shifted(String base64) throws CharacterCodingException {
        byte[] utf16 = Base64.getDecoder().decode(base64.replace(',', '/'));
        return StandardCharsets.UTF_16BE
                .newDecoder()
                .decode(ByteBuffer.wrap(utf16))
                .toString();
    }

    private static boolean isPlain(char c) {
        return c >= 0x20 && c <= 0x7e;
    }
}
