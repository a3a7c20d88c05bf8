package org.restante.account;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the browser holds: which session, and the key to it. Written in one form only, so that any changed byte is another cookie. */
record SessionCookie(String id, byte[] key) {

    private static final int ID_BYTES = 16;
    private static final int KEY_BYTES = 32;
    private static final int DOT = 2 * ID_BYTES;
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}\\.[0-9a-f]{64}");

    static SessionCookie random() {
        return new SessionCookie(Randoms.hex(ID_BYTES), Randoms.bytes(KEY_BYTES));
    }

    static Optional<SessionCookie> parse(String value) {
        if (!FORM.matcher(value).matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new SessionCookie(value.substring(0, DOT), HexFormat.of().parseHex(value.substring(DOT + 1))));
    }

    String value() {
        return id + "." + HexFormat.of().formatHex(key);
    }

    /** Returns the id alone. */
    @Override
    public String toString() {
        return id;
    }
}
