package org.restante.message;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.restante.web.Texts;

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

    private static final Set<String> ACTS = Set.of("seen", "unseen", "flag", "unflag");

    /** Returns what was done in words, or null where nothing was. */
    @Nullable
    String sentence(Texts texts) {
        if (done == null || !ACTS.contains(done)) {
            return null;
        }
        if (number(count) + number(gone) == 0) {
            return texts.get("message.done.nothing");
        }
        String sentence = texts.get("message.done." + done, number(count));
        return number(gone) == 0
                ? sentence
                : texts.get("message.done.andGone", sentence, texts.get("message.done.gone", number(gone)));
    }

    private static int number(@Nullable Integer value) {
        return value == null ? 0 : Math.max(0, value);
    }
}
