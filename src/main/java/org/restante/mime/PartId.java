package org.restante.mime;

import java.util.regex.Pattern;

/**
 * The section number of a part, such as {@code 1.2} (RFC 9051 §6.4.5.1).
 *
 * @param value numbers from 1, joined by dots
 * @throws IllegalArgumentException where the value is not of that form
 */
public record PartId(String value) {

    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,5}(\\.[1-9][0-9]{0,5}){0,99}");

    public PartId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a part number");
        }
    }

    /** Returns the part of this one with the given number, counted from 1. */
    public PartId child(int number) {
        return new PartId(value + "." + number);
    }

    @Override
    public String toString() {
        return value;
    }
}
