package org.restante.compose;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.restante.submission.Draft;
import org.restante.submission.DraftFields;
import org.restante.submission.Identity;
import org.restante.web.Texts;

/**
 * What the composer shows.
 *
 * @param identities the addresses that the person may write as
 * @param askName whether the person has not said yet how they want to be called
 * @param files what is attached
 * @param errors what is wrong with which field, in words
 * @param notice what happened, in words; null where nothing did
 * @param conflict whether the draft was changed elsewhere
 * @param canSend whether a server for sending is configured
 */
record ComposePage(
        String id,
        long version,
        DraftFields fields,
        List<Identity> identities,
        boolean askName,
        String name,
        List<FileRow> files,
        String most,
        Map<String, String> errors,
        @Nullable String notice,
        boolean conflict,
        boolean canSend) {

    /** A file as the page names it. */
    record FileRow(String id, String name, String size, String remove) {}

    /** Returns what is wrong with a field; null where nothing is. */
    @Nullable
    public String error(String field) {
        return errors.get(field);
    }

    /** Returns the text behind the line break that browsers leave out at the beginning of a text area. */
    public String typed() {
        return "\n" + fields.text();
    }

    /** Returns whether fields that are seldom used hold something. */
    public boolean more() {
        return !(fields.cc() + fields.bcc() + fields.replyTo()).isBlank()
                || errors.containsKey("cc")
                || errors.containsKey("bcc")
                || errors.containsKey("replyTo");
    }

    static List<FileRow> files(@Nullable Draft draft, Texts texts) {
        return draft == null
                ? List.of()
                : draft.attachments().stream()
                        .map(file -> new FileRow(
                                file.id(),
                                file.name(),
                                texts.size(file.size()),
                                texts.get("compose.remove", file.name())))
                        .toList();
    }
}
