package org.restante.message;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.restante.mailstore.MailboxName;

/**
 * What an act did, as the address that it leads to says it.
 *
 * @param done the name of a text: {@code message.done.…}
 * @param count how many messages it was done to
 * @param gone how many were no longer there
 * @param left how many are there, but the mail server did not do it
 * @param rest how many it was not done to, since it was stopped
 * @param to where they went; null where they stayed
 * @param undo what takes it back; null where nothing can
 * @param more what goes on with it, where it is being done to more; else null
 */
record Outcome(
        String done,
        int count,
        int gone,
        int left,
        int rest,
        @Nullable MailboxName to,
        @Nullable String undo,
        @Nullable String more) {

    String query() {
        return "done=" + done + "&count=" + count
                + (gone > 0 ? "&gone=" + gone : "")
                + (left > 0 ? "&left=" + left : "")
                + (rest > 0 ? "&rest=" + rest : "")
                + (to == null ? "" : "&to=" + URLEncoder.encode(to.toAddress(), StandardCharsets.UTF_8))
                + (undo == null ? "" : "&undo=" + undo);
    }
}
