package org.restante.mime;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Guesses the character set of octets that nobody declared, or declared wrongly.
 *
 * <p>Certain signs come first: a byte order mark, the escapes of ISO-2022, valid UTF-8. Then the legacy sets of East
 * Asia and Cyrillic are
 * tried and the one whose text reads most like its language wins. A detector library would add 15 MB for the few
 * messages left over.
 */
final class CharsetGuess {

    private static final int SAMPLE = 16 * 1024;
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final List<WritingSystem> SYSTEMS = WritingSystem.all();

    private CharsetGuess() {}

    /** Returns the likely character set: UTF-8 for plain ASCII, windows-1252 where nothing else fits. */
    static Charset of(byte[] octets) {
        Charset marked = byteOrderMark(octets);
        if (marked != null) {
            return marked;
        }
        byte[] sample = octets.length <= SAMPLE ? octets : java.util.Arrays.copyOf(octets, SAMPLE);
        if (hasIso2022Escape(sample)) {
            return CharacterSets.find("iso-2022-jp").orElse(WESTERN);
        }
        return isUtf8(octets) ? StandardCharsets.UTF_8 : legacy(sample);
    }

    /** Returns the character set that a byte order mark names, or null where there is none. */
    static Charset byteOrderMark(byte[] octets) {
        if (startsWith(octets, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (startsWith(octets, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        return startsWith(octets, 0xFF, 0xFE) ? StandardCharsets.UTF_16LE : null;
    }

    private static boolean startsWith(byte[] octets, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= octets.length || (octets[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns whether the octets switch character sets as ISO-2022-JP does (RFC 1468): ESC, then {@code $} or {@code
     * (}.
     */
    static boolean hasIso2022Escape(byte[] octets) {
        for (int i = 0; i + 2 < octets.length; i++) {
            if (octets[i] == 0x1B && octets[i + 1] == '$' && (octets[i + 2] == 'B' || octets[i + 2] == '@')) {
                return true;
            }
        }
        return false;
    }

    static boolean isAscii(byte[] octets) {
        for (byte octet : octets) {
            if (octet < 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns whether all octets are UTF-8, where one character cut off at the end is forgiven if others came before
     * it.
     */
    static boolean isUtf8(byte[] octets) {
        int whole = wholeCharacters(octets);
        String text = strictly(StandardCharsets.UTF_8, octets, whole);
        return text != null && (whole == octets.length || text.length() < whole);
    }

    private static int wholeCharacters(byte[] octets) {
        int last = octets.length - 1;
        while (last >= 0 && last > octets.length - 4 && (octets[last] & 0xC0) == 0x80) {
            last--;
        }
        if (last < 0 || (octets[last] & 0xC0) != 0xC0) {
            return octets.length;
        }
        int lead = octets[last] & 0xFF;
        int needed = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        return octets.length - last < needed ? last : octets.length;
    }

    private static Charset legacy(byte[] sample) {
        Charset best = WESTERN;
        double bestScore = 0;
        for (WritingSystem system : SYSTEMS) {
            String text = lettersOf(system, sample);
            double score = text == null ? 0 : system.score(text);
            if (score > bestScore) {
                best = system.charset();
                bestScore = score;
            }
        }
        return best;
    }

    private static String lettersOf(WritingSystem system, byte[] sample) {
        String text = strictly(system.charset(), sample, sample.length);
        if (text == null && sample.length == SAMPLE) {
            return strictly(system.charset(), sample, sample.length - 1);
        }
        return text;
    }

    private static String strictly(Charset charset, byte[] octets, int length) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(octets, 0, length))
                    .toString();
        } catch (CharacterCodingException notThisOne) {
            return null;
        }
    }
}
