package org.restante.login;

import java.util.Arrays;
import java.util.Locale;

/** Why somebody was led to the sign-in page; the address names it. */
enum SignInReason {
    OUT("You are signed out."),
    PASSWORD(
            "The mail server no longer accepts your password, so you were signed out. Please sign in with the new one.");

    private final String words;

    SignInReason(String words) {
        this.words = words;
    }

    /** Returns what an address may hold. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what to say; null where the address names no reason. */
    static String words(String key) {
        return Arrays.stream(values())
                .filter(reason -> reason.key().equals(key))
                .map(reason -> reason.words)
                .findFirst()
                .orElse(null);
    }
}
