package org.restante.submission;

import java.util.Arrays;
import java.util.Locale;

/** How urgent a message is said to be (RFC 2156 §5.3.4). */
public enum Priority {
    NORMAL,
    HIGH,
    LOW;

    /** Returns the priority with that name, in whatever case; the usual one where there is none. */
    public static Priority of(String name) {
        return Arrays.stream(values())
                .filter(each -> each.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(NORMAL);
    }

    /** Returns its name in forms, and as the field {@code Importance} has it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
