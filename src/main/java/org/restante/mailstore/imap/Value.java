package org.restante.mailstore.imap;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What an IMAP answer is made of (RFC 9051 §4). Reading a value as something that it is not gives something empty, never an error. */
sealed interface Value {

    Value NIL = new Nil();
    int LONGEST_NUMBER = 24;

    /** NIL: nothing is there. */
    record Nil() implements Value {}

    /** An atom, a quoted string or a literal. */
    record Text(byte[] bytes, boolean isAtom) implements Value {}

    /** A parenthesised list. */
    record Items(List<Value> values) implements Value {}

    /** Returns a text of these octets. */
    static Value text(byte[] octets) {
        return new Text(octets, false);
    }

    /** Returns the octets of a text, else none. */
    default byte[] octets() {
        return this instanceof Text text ? text.bytes : new byte[0];
    }

    /** Returns the text with each octet as one character, else an empty string. */
    default String string() {
        return new String(octets(), StandardCharsets.ISO_8859_1);
    }

    /** Returns the text in lower case, else an empty string. */
    default String lower() {
        return string().toLowerCase(Locale.ROOT);
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
        if (octets().length > LONGEST_NUMBER) {
            return 0;
        }
        String digits = string();
        try {
            boolean plain = digits.length() < 19 && digits.chars().allMatch(Character::isDigit);
            long number = plain ? Long.parseLong(digits) : (long) Double.parseDouble(digits);
            return Math.max(0, number);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
