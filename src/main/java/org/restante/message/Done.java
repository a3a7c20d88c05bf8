package org.restante.message;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.restante.folder.FolderLabel;
import org.restante.mailstore.Mailbox;
import org.restante.mailstore.MailboxName;
import org.restante.web.Texts;

/**
 * What a form did to messages before it led to the list, read from the list's address, so that reloading the page is harmless.
 *
 * @param done which act it was; null where there was none
 * @param count how many messages it was done to
 * @param gone how many were no longer there
 * @param left how many the mail server did not do it to
 * @param rest how many it was not done to, since it was stopped
 * @param to where they went, as an address names it
 * @param undo what takes it back
 */
record Done(
        @Nullable String done,
        @Nullable Integer count,
        @Nullable Integer gone,
        @Nullable Integer left,
        @Nullable Integer rest,
        @Nullable String to,
        @Nullable String undo) {

    private static final Set<String> ACTS = Set.of(
            "seen",
            "unseen",
            "flag",
            "unflag",
            "moved",
            "copied",
            "markDeleted",
            "undelete",
            "destroyed",
            "undone",
            "labelled",
            "unlabelled");
    private static final Set<String> SENTENCES = Set.of("tooLate", "nothingMarked", "noLabels", "allSeen");

    /** Returns what was done in words, or null where nothing was. */
    @Nullable
    String sentence(List<Mailbox> mailboxes, Texts texts) {
        if (done != null && SENTENCES.contains(done)) {
            return texts.get("message.done." + done);
        }
        if (done == null || !ACTS.contains(done)) {
            return null;
        }
        if (number(count) + number(gone) + number(left) + number(rest) == 0) {
            return texts.get("message.done.nothing");
        }
        String sentence = texts.get("message.done." + done, number(count), target(mailboxes, texts));
        sentence = and(sentence, "message.done.gone", number(gone), texts);
        sentence = and(sentence, "message.done.left", number(left), texts);
        return and(sentence, "message.done.rest", number(rest), texts);
    }

    /** Returns what takes it back, as far as an address can name it; else null. */
    @Nullable
    String undoable() {
        return undo != null && undo.matches("[0-9a-f]{32}") ? undo : null;
    }

    private String target(List<Mailbox> mailboxes, Texts texts) {
        try {
            return to == null ? "" : FolderLabel.of(MailboxName.fromAddress(to), mailboxes, texts);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String and(String sentence, String key, int number, Texts texts) {
        return number == 0 ? sentence : texts.get("message.done.andGone", sentence, texts.get(key, number));
    }

    private static int number(@Nullable Integer value) {
        return value == null ? 0 : Math.max(0, value);
    }
}
