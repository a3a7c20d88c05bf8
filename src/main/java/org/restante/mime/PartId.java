package org.restante.mime;

import java.util.Optional;

/**
 * The section number of a part, such as {@code 1.2} (RFC 9051 §6.4.5.1).
 *
 * @param value numbers from 1, joined by dots
 * @throws IllegalArgumentException where the value is not of that form
 */
public record PartId(String value) {

    private static final int MOST_DIGITS = 6;
    private static final int DEEPEST = 100;

    public PartId {
        if (!isSectionNumber(value)) {
            throw new IllegalArgumentException("not a part number");
        }
    }

    private static boolean isSectionNumber(String value) {
        int numbers = 1;
        int digits = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '.' && digits > 0) {
                numbers++;
                digits = 0;
            } else if (c < '0' || c > '9' || c == '0' && digits == 0 || ++digits > MOST_DIGITS) {
                return false;
            }
        }
        return digits > 0 && numbers <= DEEPEST;
    }

    /** Returns the part of this one with the given number, counted from 1. */
    public PartId child(int number) {
        return new PartId(value + "." + number);
    }

    /** Returns the number that stands last. */
    public int last() {
        return Integer.parseInt(value.substring(value.lastIndexOf('.') + 1));
    }

    /** Returns the part that this one is in; empty at the top. */
    public Optional<PartId> parent() {
        int dot = value.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : Optional.of(new PartId(value.substring(0, dot)));
    }

    @Override
    public String toString() {
        return value;
    }
}
