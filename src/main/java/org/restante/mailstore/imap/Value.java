package org.restante.mailstore.imap;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.restante.mime.HeaderText;

/** What an IMAP answer is made of (RFC 9051 §4). Reading a value as something that it is not gives something empty, never an error. */
sealed interface Value {

    Value NIL = new Nil();
    int LONGEST_NUMBER = 24;
    int MOST_DIGITS = 18;

    /** NIL: nothing is there. */
    record Nil() implements Value {}

    /** An atom, a quoted string or a literal: the octets of the answer from one index to another. */
    record Text(byte[] answer, int from, int to, boolean isAtom) implements Value {}

    /** A parenthesised list. */
    record Items(List<Value> values) implements Value {}

    /** Returns a text of these octets. */
    static Value text(byte[] octets) {
        return new Text(octets, 0, octets.length, false);
    }

    /** Returns the octets of a text, else none. */
    default byte[] octets() {
        return this instanceof Text text ? Arrays.copyOfRange(text.answer, text.from, text.to) : new byte[0];
    }

    /** Returns the text with each octet as one character, else an empty string. */
    default String string() {
        return this instanceof Text text
                ? new String(text.answer, text.from, text.to - text.from, StandardCharsets.ISO_8859_1)
                : "";
    }

    /** Returns the text in lower case, else an empty string. */
    default String lower() {
        return string().toLowerCase(Locale.ROOT);
    }

    /** Returns whether this is a text of this word, which is in lower case, whatever the text's case. */
    default boolean is(String word) {
        if (!(this instanceof Text text) || text.to - text.from != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            int octet = text.answer[text.from + i];
            if ((octet >= 'A' && octet <= 'Z' ? octet + 32 : octet) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Returns what a header field or phrase says that stands here, as people read it; else an empty string. */
    default String decoded() {
        return this instanceof Text text ? HeaderText.decode(text.answer, text.from, text.to) : "";
    }

    /** Returns the values of a list, else none. */
    default List<Value> list() {
        return this instanceof Items items ? items.values : List.of();
    }

    /** Returns the value at an index of a list, else NIL. */
    default Value at(int index) {
        List<Value> values = list();
        return index < values.size() ? values.get(index) : NIL;
    }

    /** Returns whether this is a list. */
    default boolean isList() {
        return this instanceof Items;
    }

    /** Returns whether this is an atom, a quoted string or a literal. */
    default boolean isText() {
        return this instanceof Text;
    }

    /** Returns the number that the text says, 0 where it says none or a negative one; some servers write {@code 9.3736e+06}. */
    default long number() {
        if (!(this instanceof Text text) || text.from == text.to || text.to - text.from > LONGEST_NUMBER) {
            return 0;
        }
        long number = 0;
        for (int i = text.from; i < text.to; i++) {
            int digit = text.answer[i] - '0';
            if (digit < 0 || digit > 9 || i - text.from == MOST_DIGITS) {
                return oddNumber(string());
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static long oddNumber(String text) {
        try {
            return Math.max(0, (long) Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
