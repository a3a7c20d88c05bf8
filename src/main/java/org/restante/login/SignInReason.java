package org.restante.login;

import java.util.Arrays;
import java.util.Locale;

/** Why somebody was led to the sign-in page; the address names it. */
enum SignInReason {
    OUT("login.why.out"),
    PASSWORD("login.why.password");

    private final String text;

    SignInReason(String text) {
        this.text = text;
    }

    /** Returns what an address may hold. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the name of what to say; null where the address names no reason. */
    static String text(String key) {
        return Arrays.stream(values())
                .filter(reason -> reason.key().equals(key))
                .map(reason -> reason.text)
                .findFirst()
                .orElse(null);
    }
}
