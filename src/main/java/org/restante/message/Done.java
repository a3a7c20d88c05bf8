package org.restante.message;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a form did to messages before it led to the list, read from the list's address, so that reloading the page is harmless.
 *
 * @param done which act it was; null where there was none
 * @param count how many messages it was done to
 * @param gone how many were no longer there
 */
record Done(
        @Nullable String done,
        @Nullable Integer count,
        @Nullable Integer gone) {

    private static final Map<String, String> ACTS = Map.of(
            "seen", "marked as read",
            "unseen", "marked as unread",
            "flag", "flagged",
            "unflag", "no longer flagged");

    /** Returns what was done in words, or null where nothing was. */
    @Nullable
    String sentence() {
        if (done == null || !ACTS.containsKey(done)) {
            return null;
        }
        if (number(count) + number(gone) == 0) {
            return "Nothing was selected. Tick the messages first.";
        }
        String missing = number(gone) == 0 ? "" : " " + messages(number(gone)) + " no longer there.";
        return messages(number(count)) + " " + ACTS.get(done) + "." + missing;
    }

    private static int number(@Nullable Integer value) {
        return value == null ? 0 : Math.max(0, value);
    }

    private static String messages(int count) {
        return count == 1 ? "1 message is" : "%,d messages are".formatted(count);
    }
}
