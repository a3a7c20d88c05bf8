package org.restante.mime.tnef;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Reads the text of RTF, and the HTML that Outlook keeps in it (MS-OXRTFEX). Never throws; takes time in proportion to the
 * input.
 */
final class RtfReader {

    private static final int DEEPEST = 500;
    private static final int MOST_FONTS = 1000;
    private static final Set<String> NO_TEXT = Set.of(
            "fonttbl",
            "colortbl",
            "stylesheet",
            "info",
            "pict",
            "object",
            "header",
            "footer",
            "headerl",
            "headerr",
            "footerl",
            "footerr",
            "listtable",
            "listoverridetable",
            "rsidtbl",
            "generator",
            "themedata",
            "xmlnstbl",
            "footnote",
            "datastore",
            "latentstyles");

    /** What holds within a pair of braces. */
    private record State(boolean skipped, boolean inTag, boolean onlyRtf, int fallback, Charset charset) {

        State skipping() {
            return new State(true, inTag, onlyRtf, fallback, charset);
        }
    }

    private final byte[] rtf;
    private final StringBuilder out = new StringBuilder();
    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    private final Deque<State> states = new ArrayDeque<>();
    private final Map<Integer, Charset> fonts = new HashMap<>();
    private Charset usual = CodePages.of(1252);
    private State state = new State(false, false, false, 1, usual);
    private boolean html;
    private boolean inFonts;
    private int fontsDepth;
    private int font;
    private int depth;
    private int passOver;
    private boolean optional;
    private int at;

    private RtfReader(byte[] rtf) {
        this.rtf = rtf;
    }

    /** What was read: HTML, or plain text. */
    record Result(boolean html, String text) {}

    static Result read(byte[] rtf) {
        return new RtfReader(rtf).read();
    }

    private Result read() {
        while (at < rtf.length) {
            byte b = rtf[at++];
            switch (b) {
                case '{' -> open();
                case '}' -> close();
                case '\\' -> control();
                case '\r', '\n', 0 -> {}
                default -> octet(b);
            }
        }
        flush();
        return new Result(html, out.toString());
    }

    private void open() {
        flush();
        depth++;
        if (depth <= DEEPEST) {
            states.push(state);
        }
        passOver = 0;
    }

    private void close() {
        flush();
        if (inFonts && depth == fontsDepth) {
            inFonts = false;
        }
        if (depth > 0 && depth-- <= DEEPEST) {
            state = states.pop();
        }
        passOver = 0;
    }

    private void control() {
        if (at == rtf.length) {
            return;
        }
        char c = (char) (rtf[at] & 0xFF);
        if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
            word();
        } else {
            at++;
            symbol(c);
        }
    }

    private void symbol(char c) {
        switch (c) {
            case '\'' -> {
                int high = at < rtf.length ? Character.digit(rtf[at], 16) : -1;
                int low = at + 1 < rtf.length ? Character.digit(rtf[at + 1], 16) : -1;
                if (high >= 0 && low >= 0) {
                    at += 2;
                    octet((byte) (high << 4 | low));
                }
            }
            case '*' -> optional = true;
            case '~' -> text("\u00A0");
            case '_' -> text("\u2011");
            case '\r', '\n' -> text("\n");
            case '{', '}', '\\' -> octet((byte) c);
            default -> {}
        }
    }

    private void word() {
        int start = at;
        while (at < rtf.length && at - start < 32 && Character.isLetter(rtf[at])) {
            at++;
        }
        String word = new String(rtf, start, at - start, java.nio.charset.StandardCharsets.ISO_8859_1);
        int sign = at < rtf.length && rtf[at] == '-' ? -1 : 1;
        at += sign < 0 ? 1 : 0;
        int digits = at;
        int number = 0;
        while (at < rtf.length && at - digits < 9 && rtf[at] >= '0' && rtf[at] <= '9') {
            number = number * 10 + rtf[at++] - '0';
        }
        boolean numbered = at > digits;
        if (at < rtf.length && rtf[at] == ' ') {
            at++;
        }
        apply(word, numbered, sign * number);
    }

    private void apply(String word, boolean numbered, int number) {
        boolean mayBeUnknown = optional;
        optional = false;
        switch (word) {
            case "fromhtml" -> html = number != 0;
            case "ansicpg" -> {
                usual = CodePages.of(number);
                charset(usual);
            }
            case "f" -> font(number);
            case "fcharset" -> fonts.computeIfPresent(font, (key, old) -> CodePages.ofFont(number, usual));
            case "u" -> unicode(number);
            case "uc" ->
                state = new State(state.skipped, state.inTag, state.onlyRtf, Math.max(0, number), state.charset);
            case "bin" -> at = (int) Math.min(rtf.length, at + (long) Math.max(0, number));
            case "htmltag" -> {
                flush();
                state = new State(false, true, false, state.fallback, usual);
            }
            case "htmlrtf" -> {
                flush();
                state = new State(state.skipped, state.inTag, !numbered || number != 0, state.fallback, state.charset);
            }
            case "par", "line", "row", "sect", "page" -> text(html ? "\r\n" : "\n");
            case "tab", "cell" -> text("\t");
            case "lquote" -> text("\u2018");
            case "rquote" -> text("\u2019");
            case "ldblquote" -> text("\u201C");
            case "rdblquote" -> text("\u201D");
            case "bullet" -> text("\u2022");
            case "endash" -> text("\u2013");
            case "emdash" -> text("\u2014");
            default -> destination(word, mayBeUnknown);
        }
    }

    private void destination(String word, boolean mayBeUnknown) {
        if (word.equals("fonttbl")) {
            inFonts = true;
            fontsDepth = depth;
        }
        if (mayBeUnknown || NO_TEXT.contains(word)) {
            flush();
            state = state.skipping();
        }
    }

    private void font(int number) {
        font = number;
        if (!inFonts) {
            charset(fonts.getOrDefault(number, usual));
        } else if (fonts.size() < MOST_FONTS) {
            fonts.put(number, usual);
        }
    }

    private void charset(Charset charset) {
        flush();
        state = new State(state.skipped, state.inTag, state.onlyRtf, state.fallback, charset);
    }

    private void unicode(int number) {
        flush();
        if (isShown()) {
            out.append((char) (number & 0xFFFF));
        }
        passOver = state.fallback;
    }

    private void octet(byte octet) {
        if (passOver > 0) {
            passOver--;
        } else if (isShown()) {
            octets.write(octet);
        }
    }

    private void text(String text) {
        flush();
        if (isShown()) {
            out.append(text);
        }
    }

    private boolean isShown() {
        return !state.skipped && !(html && state.onlyRtf);
    }

    /** Octets of one character may stand apart: they are read together. */
    private void flush() {
        if (octets.size() > 0) {
            out.append(octets.toString(state.charset));
            octets.reset();
        }
    }
}
