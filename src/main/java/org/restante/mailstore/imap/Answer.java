package org.restante.mailstore.imap;

import java.util.List;
import java.util.Locale;

/**
 * One answer of the server (RFC 9051 §7).
 *
 * @param tag the command's tag, {@code *} for an untagged answer, {@code +} for a continuation
 * @param number what stands before the name, such as in {@code * 12 FETCH}; -1 where nothing does
 * @param name what kind of answer it is, in upper case, such as {@code FETCH} or {@code OK}
 * @param values what follows the name; empty in a status answer
 * @param code the response code of a status answer, such as {@code UIDVALIDITY 7}, or empty
 * @param text the human-readable part of a status answer or a continuation, for logs
 */
record Answer(String tag, long number, String name, List<Value> values, String code, String text) {

    boolean isUntagged() {
        return tag.equals("*");
    }

    boolean isContinuation() {
        return tag.equals("+");
    }

    boolean is(String wanted) {
        return name.equals(wanted);
    }

    /** Returns the value at an index after the name, else NIL. */
    Value at(int index) {
        return index < values.size() ? values.get(index) : Value.NIL;
    }

    /** Returns the first word of the response code, in upper case. */
    String codeName() {
        int space = code.indexOf(' ');
        return (space < 0 ? code : code.substring(0, space)).toUpperCase(Locale.ROOT);
    }

    /** Returns what follows the first word of the response code. */
    String codeArgument() {
        int space = code.indexOf(' ');
        return space < 0 ? "" : code.substring(space + 1).strip();
    }
}
