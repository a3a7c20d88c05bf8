package org.restante.mailstore.imap;

/** The announcement of a literal at the end of a line: <code>{12}</code>, also <code>{12+}</code> and <code>{012} </code> (RFC 9051 §4.3). */
final class LiteralSize {

    private LiteralSize() {}

    /** Returns the size that an opening brace begins, or -1 where that is not the announcement of a literal. */
    static long of(byte[] octets, int brace) {
        long size = 0;
        int at = brace + 1;
        for (; at < octets.length && octets[at] >= '0' && octets[at] <= '9'; at++) {
            size = Math.min(size * 10 + octets[at] - '0', Long.MAX_VALUE / 100);
        }
        boolean digits = at > brace + 1;
        if (at < octets.length && octets[at] == '+') {
            at++;
        }
        return digits && at < octets.length && octets[at] == '}' ? size : -1;
    }

    /** Returns where the line ends that an announcement closes, or -1 where an opening brace begins something else. */
    static int endOfLine(byte[] octets, int brace, int end) {
        if (of(octets, brace) < 0) {
            return -1;
        }
        int at = brace;
        while (octets[at] != '}') {
            at++;
        }
        at++;
        while (at < end && (octets[at] == ' ' || octets[at] == '\r')) {
            at++;
        }
        return at < end && octets[at] == '\n' ? at + 1 : at == end ? end : -1;
    }

    /** Returns the size that a line, ended by LF, announces at its end, or -1 where it announces none. */
    static long atEndOf(byte[] octets, int from, int end) {
        int at = end - 1;
        while (at > from && (octets[at] == '\n' || octets[at] == '\r' || octets[at] == ' ')) {
            at--;
        }
        if (octets[at] != '}') {
            return -1;
        }
        while (at > from && octets[at] != '{') {
            at--;
        }
        return octets[at] == '{' ? of(octets, at) : -1;
    }
}
