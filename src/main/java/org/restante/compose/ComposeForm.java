package org.restante.compose;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.restante.submission.Draft;
import org.restante.submission.DraftFields;

/**
 * The composer's form as it was sent.
 *
 * @param version of the draft that the page showed; 0 where there was none
 * @param name how the person wants to be called; null where that was not asked
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
        @Nullable String text) {

    private static final Pattern BREAK = Pattern.compile("[\\p{Cntrl}&&[^\\t]]");

    DraftFields fields() {
        return new DraftFields(
                plain(sender), plain(to), plain(cc), plain(bcc), plain(replyTo), plain(subject), plain(text));
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
                fields.text());
    }

    /** A browser ends lines by CRLF; a database takes no NUL. */
    private static String plain(@Nullable String typed) {
        return typed == null ? "" : typed.replace("\0", "").replace("\r\n", "\n");
    }

    long startedFrom() {
        return version == null ? 0 : version;
    }

    /** Returns whether a line break stands where it could begin another header field. */
    boolean isBroken() {
        return Stream.of(sender, name, to, cc, bcc, replyTo, subject)
                .anyMatch(typed -> typed != null && BREAK.matcher(typed).find());
    }
}
