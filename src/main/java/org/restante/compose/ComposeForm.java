package org.restante.compose;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.restante.mime.WrittenHtml;
import org.restante.submission.Draft;
import org.restante.submission.DraftAttachment;
import org.restante.submission.DraftFields;
import org.restante.submission.Priority;

/**
 * The composer's form as it was sent.
 *
 * @param version of the draft that the page showed; 0 where there was none
 * @param name how the person wants to be called; null where that was not asked
 * @param html the text with formatting, empty where the person wants none; null where no script runs, which knows no formatting
 * @param publish whether the copy in the mailbox of drafts is to be renewed too
 */
record ComposeForm(
        @Nullable Long version,
        @Nullable String sender,
        @Nullable String name,
        @Nullable String to,
        @Nullable String cc,
        @Nullable String bcc,
        @Nullable String replyTo,
        @Nullable String subject,
        @Nullable String text,
        @Nullable String html,
        @Nullable String priority,
        @Nullable Boolean publish) {

    private static final Pattern BREAK = Pattern.compile("[\\p{Cntrl}&&[^\\t]]");

    /** Returns what was typed, the formatting sanitised. @param before what is kept so far; null where nothing is */
    DraftFields fields(@Nullable Draft before) {
        String designed = html == null ? formatting(before) : sanitized(plain(html), before);
        String words = designed.isEmpty() ? plain(text) : WrittenHtml.text(designed);
        return new DraftFields(
                plain(sender),
                plain(to),
                plain(cc),
                plain(bcc),
                plain(replyTo),
                plain(subject),
                words,
                designed,
                Priority.of(plain(priority)));
    }

    /** Where the words are the same, so is their formatting. */
    private String formatting(@Nullable Draft before) {
        boolean same = before != null && before.fields().text().equals(plain(text));
        return same ? before.fields().html() : "";
    }

    private static String sanitized(String html, @Nullable Draft before) {
        return WrittenHtml.sanitized(
                html,
                contentId -> before == null
                        ? java.util.Optional.empty()
                        : before.attachments().stream()
                                .map(DraftAttachment::contentId)
                                .filter(contentId::equals)
                                .findFirst());
    }

    static ComposeForm of(Draft draft) {
        DraftFields fields = draft.fields();
        return new ComposeForm(
                draft.version(),
                fields.sender(),
                null,
                fields.to(),
                fields.cc(),
                fields.bcc(),
                fields.replyTo(),
                fields.subject(),
                fields.text(),
                fields.html(),
                fields.priority().word(),
                false);
    }

    /** A browser ends lines by CRLF; a database takes no NUL. */
    private static String plain(@Nullable String typed) {
        return typed == null ? "" : typed.replace("\0", "").replace("\r\n", "\n");
    }

    long startedFrom() {
        return version == null ? 0 : version;
    }

    boolean publishes() {
        return Boolean.TRUE.equals(publish);
    }

    String senderAddress() {
        return plain(sender);
    }

    /** Returns whether a line break stands where it could begin another header field. */
    boolean isBroken() {
        return Stream.of(sender, name, to, cc, bcc, replyTo, subject)
                .anyMatch(typed -> typed != null && BREAK.matcher(typed).find());
    }
}
