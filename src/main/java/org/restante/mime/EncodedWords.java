package org.restante.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Decodes the encoded words of RFC 2047 in one header field, wherever they stand.
 *
 * <p>Neighbours of one character set are joined before decoding, since many senders split a character, or a base64
 * group, between two words.
 */
final class EncodedWords {

    private static final int LONGEST_CHARSET = 60;

    private final String text;
    private final StringBuilder out = new StringBuilder();
    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    private final StringBuilder openBase64 = new StringBuilder();
    private int openDigits;
    private String charset = "";
    private int terminator = -1;

    EncodedWords(String text) {
        this.text = text;
    }

    /** One encoded word: where it ends, and its three fields. */
    private record Word(String charset, boolean base64, String content, int end) {}

    String decode() {
        int plainFrom = 0;
        boolean afterWord = false;
        for (int at = text.indexOf("=?"); at >= 0; at = text.indexOf("=?", at)) {
            Word word = wordAt(at);
            if (word == null) {
                at += 2;
                continue;
            }
            if (!afterWord || !text.substring(plainFrom, at).isBlank()) {
                flush();
                out.append(text, plainFrom, at);
            }
            append(word);
            afterWord = true;
            at = word.end();
            plainFrom = at;
        }
        flush();
        return out.append(text, plainFrom, text.length()).toString();
    }

    private Word wordAt(int start) {
        int charsetEnd = text.indexOf('?', start + 2);
        if (charsetEnd < 0 || charsetEnd == start + 2 || charsetEnd - start > LONGEST_CHARSET) {
            return null;
        }
        int contentStart = charsetEnd + 3;
        if (contentStart > text.length() || text.charAt(charsetEnd + 2) != '?') {
            return null;
        }
        char encoding = Character.toUpperCase(text.charAt(charsetEnd + 1));
        int end = terminatorAfter(contentStart);
        if (encoding != 'B' && encoding != 'Q' || end < 0) {
            return null;
        }
        String name = text.substring(start + 2, charsetEnd);
        int language = name.indexOf('*');
        String label = (language < 0 ? name : name.substring(0, language)).toLowerCase(Locale.ROOT);
        return new Word(label, encoding == 'B', text.substring(contentStart, end), end + 2);
    }

    /** The next terminator is remembered, so that many beginnings without an end cost no more than one. */
    private int terminatorAfter(int from) {
        if (terminator < from && terminator != Integer.MAX_VALUE) {
            int found = text.indexOf("?=", from);
            terminator = found < 0 ? Integer.MAX_VALUE : found;
        }
        return terminator == Integer.MAX_VALUE ? -1 : terminator;
    }

    private void append(Word word) {
        if (!word.charset().equals(charset)) {
            flush();
            charset = word.charset();
        }
        if (word.base64()) {
            openBase64.append(word.content());
            openDigits += Base64Stream.digits(word.content());
            if (openDigits % 4 == 0 || word.content().endsWith("=")) {
                closeBase64();
            }
        } else {
            closeBase64();
            appendQ(word.content());
        }
    }

    private void closeBase64() {
        if (openBase64.length() > 0) {
            octets.writeBytes(Base64Stream.decode(openBase64.toString()));
            openBase64.setLength(0);
            openDigits = 0;
        }
    }

    private void appendQ(String content) {
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            int octet = c == '=' ? Hex.octetAt(content, i + 1) : -1;
            if (octet >= 0) {
                octets.write(octet);
                i += 2;
            } else if (c > 0x7F) {
                octets.writeBytes(rawOctets(content.substring(i, i + 1)));
            } else {
                octets.write(c == '_' ? ' ' : c);
            }
        }
    }

    private byte[] rawOctets(String character) {
        return character.getBytes(
                CharacterSets.find(charset).filter(Charset::canEncode).orElse(StandardCharsets.UTF_8));
    }

    private void flush() {
        closeBase64();
        if (octets.size() > 0) {
            out.append(TextDecoding.decode(octets.toByteArray(), charset).text());
            octets.reset();
        }
    }
}
