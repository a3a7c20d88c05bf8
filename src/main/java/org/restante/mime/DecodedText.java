package org.restante.mime;

/**
 * The text of a part as Unicode.
 *
 * @param truncated whether the part is longer than the limit it was read with
 * @param guessed whether its character set had to be guessed, since it was missing, unknown or wrong
 */
public record DecodedText(String text, boolean truncated, boolean guessed) {

    /** Returns text that is whole and certain. */
    public static DecodedText of(String text) {
        return new DecodedText(text, false, false);
    }
}
