package org.restante.mailstore.pop3;

import java.util.Locale;

/**
 * The first line of an answer (RFC 1939 §3).
 *
 * @param code the extended response code without brackets (RFC 2449 §8), in upper case; empty where there is none
 * @param text what the server says for people
 */
record Status(boolean ok, String code, String text) {

    /**
     * Reads a line without its end.
     *
     * @throws GarbledAnswerException where it is neither {@code +OK} nor {@code -ERR}
     */
    static Status parse(String line) throws GarbledAnswerException {
        boolean ok = line.regionMatches(true, 0, "+OK", 0, 3);
        if (!ok && !line.regionMatches(true, 0, "-ERR", 0, 4)) {
            throw new GarbledAnswerException("this is not an answer of POP3");
        }
        String rest = line.substring(ok ? 3 : 4).strip();
        int end = rest.startsWith("[") ? rest.indexOf(']') : -1;
        return end < 0
                ? new Status(ok, "", rest)
                : new Status(
                        ok,
                        rest.substring(1, end).strip().toUpperCase(Locale.ROOT),
                        rest.substring(end + 1).strip());
    }
}
