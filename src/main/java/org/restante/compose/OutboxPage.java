package org.restante.compose;

import java.util.List;
import org.restante.submission.Draft;
import org.restante.submission.OutboxEntry;
import org.restante.web.Dates;
import org.restante.web.Texts;

/**
 * What the page of drafts and outbox shows.
 *
 * @param moving whether something goes on by itself, so that it is worth looking again
 */
record OutboxPage(List<OutboxRow> sending, List<DraftRow> drafts, boolean moving) {

    /** A draft as the page names it. */
    record DraftRow(String id, String subject, String to, String date) {}

    static OutboxPage of(List<OutboxEntry> entries, List<Draft> drafts, Texts texts, Dates dates) {
        return new OutboxPage(
                entries.stream().map(entry -> OutboxRow.of(entry, texts, dates)).toList(),
                drafts.stream().map(draft -> row(draft, texts, dates)).toList(),
                entries.stream().anyMatch(entry -> entry.nextAt().isPresent()));
    }

    private static DraftRow row(Draft draft, Texts texts, Dates dates) {
        String subject = draft.fields().subject();
        String to = draft.fields().to();
        return new DraftRow(
                draft.id(),
                subject.isBlank() ? texts.get("message.noSubject") : subject,
                to.isBlank() ? texts.get("message.noRecipient") : to,
                dates.moment(draft.changedAt()));
    }
}
