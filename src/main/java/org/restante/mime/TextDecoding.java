package org.restante.mime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads the text of a part by its declared character set, or by its likely one where the declaration is missing or
 * cannot be right.
 *
 * <p>Never throws at what the octets are.
 */
public final class TextDecoding {

    /** How far into HTML a declaration is looked for. */
    private static final int META_WITHIN = 4096;

    /**
     * More than one malformed character in so many beyond ASCII, the first not counted, shows that the declaration is
     * wrong.
     */
    private static final int TOLERATED = 5;

    private TextDecoding() {}

    /**
     * Reads text.
     *
     * @param octets the part without its transfer encoding
     * @param declared the charset parameter of its type; may be empty, unknown or wrong
     * @param mostOctets what is read at most; the rest is left unread
     * @throws IOException where the source fails
     */
    public static DecodedText decode(InputStream octets, String declared, int mostOctets) throws IOException {
        return read(octets, declared, mostOctets, false);
    }

    /**
     * Reads HTML, whose {@code <meta charset>} counts where nothing was declared; otherwise as {@link
     * #decode(InputStream, String, int)}.
     */
    public static DecodedText decodeHtml(InputStream octets, String declared, int mostOctets) throws IOException {
        return read(octets, declared, mostOctets, true);
    }

    /**
     * Reads the text of a part as its type says.
     *
     * @param encoded the part as it came, in its transfer encoding
     * @param mostOctets what is decoded at most
     * @throws IOException where the source fails
     */
    public static DecodedText read(Part part, InputStream encoded, int mostOctets) throws IOException {
        InputStream octets = TransferEncoding.decode(part.encoding(), encoded);
        return read(octets, part.parameter("charset"), mostOctets, part.type().equals("text/html"));
    }

    /** Returns octets as text; see {@link #decode(InputStream, String, int)}. */
    public static DecodedText decode(byte[] octets, String declared) {
        return decode(octets, declared, false, false);
    }

    private static DecodedText read(InputStream octets, String declared, int most, boolean html) throws IOException {
        byte[] read = octets.readNBytes(most);
        return decode(read, declared, read.length == most && octets.read() >= 0, html);
    }

    private static DecodedText decode(byte[] octets, String declared, boolean truncated, boolean html) {
        Charset marked = CharsetGuess.byteOrderMark(octets);
        if (marked != null) {
            return result(new String(octets, marked).substring(1), truncated, false);
        }
        Optional<Charset> said = CharacterSets.find(declared).or(() -> html ? inMeta(octets) : Optional.empty());
        if (said.isPresent()) {
            Charset charset = isUtf16(said.get()) ? byteOrder(octets, said.get()) : said.get();
            String text = new String(octets, charset);
            if (!isWrong(text, octets, charset)) {
                return result(text, truncated, false);
            }
        }
        Charset guess = looksLikeUtf16(octets) ? byteOrder(octets, StandardCharsets.UTF_16BE) : CharsetGuess.of(octets);
        boolean sure = said.isEmpty() && guess.equals(StandardCharsets.UTF_8);
        return result(new String(octets, guess), truncated, !sure);
    }

    private static DecodedText result(String text, boolean truncated, boolean guessed) {
        boolean cut = truncated && text.endsWith("\uFFFD");
        return new DecodedText(cut ? text.substring(0, text.length() - 1) : text, truncated, guessed);
    }

    private static boolean isWrong(String text, byte[] octets, Charset charset) {
        if (isSingleByte(charset) && !CharsetGuess.isAscii(octets) && CharsetGuess.isUtf8(octets)) {
            return true;
        }
        if (isUtf16(charset) && !looksLikeUtf16(octets) && CharsetGuess.isUtf8(octets)) {
            return true;
        }
        long malformed = text.chars().filter(c -> c == '\uFFFD').count();
        long foreign = text.chars().filter(c -> c > 0x7F).count();
        return malformed > 0 && (malformed - 1) * TOLERATED >= foreign - 1;
    }

    private static boolean isSingleByte(Charset charset) {
        return charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1;
    }

    private static boolean isUtf16(Charset charset) {
        return charset.name().startsWith("UTF-16");
    }

    /**
     * Text in any language has spaces and line ends, whose upper octet is zero: unmarked UTF-16 shows its order by
     * them.
     */
    private static Charset byteOrder(byte[] octets, Charset otherwise) {
        long[] zeros = zeros(octets);
        if (zeros[0] == zeros[1]) {
            return otherwise;
        }
        return zeros[0] > zeros[1] ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }

    private static boolean looksLikeUtf16(byte[] octets) {
        long[] zeros = zeros(octets);
        return Math.max(zeros[0], zeros[1]) * 20 > octets.length && Math.min(zeros[0], zeros[1]) * 100 < octets.length;
    }

    private static long[] zeros(byte[] octets) {
        long[] zeros = new long[2];
        for (int i = 0; i < octets.length; i++) {
            zeros[i & 1] += octets[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    /** UTF-7 and UTF-16 are passed over, as the WHATWG prescan does: a page that could be scanned is in neither. */
    private static Optional<Charset> inMeta(byte[] octets) {
        String head = new String(octets, 0, Math.min(octets.length, META_WITHIN), StandardCharsets.ISO_8859_1)
                .toLowerCase(java.util.Locale.ROOT);
        for (int meta = head.indexOf("<meta"); meta >= 0; meta = head.indexOf("<meta", meta + 5)) {
            int end = head.indexOf('>', meta);
            int at = head.indexOf("charset", meta);
            if (at > 0 && at < end) {
                return CharacterSets.find(value(head, at + 7, end))
                        .filter(charset -> !isUtf16(charset) && !(charset instanceof Utf7));
            }
        }
        return Optional.empty();
    }

    private static String value(String head, int from, int end) {
        int start = from;
        while (start < end && " =\"'".indexOf(head.charAt(start)) >= 0) {
            start++;
        }
        int stop = start;
        while (stop < end && " \"';/".indexOf(head.charAt(stop)) < 0) {
            stop++;
        }
        return head.substring(start, stop);
    }
}
