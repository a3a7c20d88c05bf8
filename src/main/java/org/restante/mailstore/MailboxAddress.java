package org.restante.mailstore;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Mailbox names as one path segment of an address, reversible for any name: the hierarchy as {@code :}; ASCII letters, digits,
 * {@code - _ .} and letters beyond ASCII as they are; each other character, and a leading dot, as {@code ~hh} of its UTF-8 bytes.
 */
final class MailboxAddress {

    private MailboxAddress() {}

    static String encode(MailboxName name) {
        String address = name.path().stream().map(MailboxAddress::encodeLevel).collect(Collectors.joining(":"));
        return address.startsWith(".") ? "~2e" + address.substring(1) : address;
    }

    private static String encodeLevel(String level) {
        var out = new StringBuilder();
        level.codePoints().forEach(c -> {
            if (isPlain(c)) {
                out.appendCodePoint(c);
            } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    out.append('~').append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
                }
            }
        });
        return out.toString();
    }

    private static boolean isPlain(int c) {
        return c > 127
                ? Character.isLetter(c)
                : c >= 'a' && c <= 'z'
                        || c >= 'A' && c <= 'Z'
                        || c >= '0' && c <= '9'
                        || c == '-'
                        || c == '_'
                        || c == '.';
    }

    static MailboxName decode(String segment) {
        List<String> path = new ArrayList<>();
        for (String level : segment.split(":", -1)) {
            path.add(decodeLevel(level));
        }
        MailboxName name = new MailboxName(path);
        if (!segment.equals(encode(name)) && !segment.equalsIgnoreCase("inbox")) {
            throw new IllegalArgumentException("not the address of a folder");
        }
        return name;
    }

    private static String decodeLevel(String level) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < level.length(); ) {
            int c = level.codePointAt(i);
            i += Character.charCount(c);
            if (c == '~') {
                if (i + 2 > level.length()) {
                    throw new IllegalArgumentException("not the address of a folder");
                }
                bytes.write(Integer.parseInt(level.substring(i, i + 2), 16));
                i += 2;
            } else {
                bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("not the address of a folder", e);
        }
    }
}
