package org.restante.mime;

/** Pairs of hexadecimal digits, as quoted-printable and percent encoding use them. */
final class Hex {

    private Hex() {}

    /** Returns the octet that the two digits at an index stand for, or -1 where there are not two digits. */
    static int octetAt(CharSequence text, int index) {
        if (index + 1 >= text.length()) {
            return -1;
        }
        return octet(text.charAt(index), text.charAt(index + 1));
    }

    /** Returns the octet that two digits stand for, or -1 where one of them is none. */
    static int octet(int high, int low) {
        int first = digit(high);
        int second = digit(low);
        return first < 0 || second < 0 ? -1 : first << 4 | second;
    }

    private static int digit(int c) {
        return c >= '0' && c <= '9'
                ? c - '0'
                : c >= 'A' && c <= 'F' ? c - 'A' + 10 : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    }
}
