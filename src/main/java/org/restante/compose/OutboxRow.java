package org.restante.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.restante.submission.OutboxEntry;
import org.restante.submission.OutboxRecipient;
import org.restante.submission.OutboxState;
import org.restante.submission.Reason;
import org.restante.web.Dates;
import org.restante.web.Texts;

/**
 * A message in the outbox as the page shows it.
 *
 * @param style the class of the row's banner: {@code success}, {@code warning}, {@code danger} or none
 * @param state how far it is, in words
 * @param reasons why it is not further, a line for each
 * @param acts what the person can do: the last part of an address, and what the button says
 */
record OutboxRow(
        String id,
        String stateName,
        String style,
        String subject,
        String to,
        String date,
        String state,
        List<String> reasons,
        List<Act> acts,
        boolean lookInSent) {

    /** Something that can be done about it. */
    record Act(String address, String label) {}

    static OutboxRow of(OutboxEntry entry, Texts texts, Dates dates) {
        String to = entry.recipients().stream().map(OutboxRecipient::address).collect(Collectors.joining(", "));
        return new OutboxRow(
                entry.id(),
                entry.state().name().toLowerCase(java.util.Locale.ROOT),
                style(entry),
                entry.subject().isBlank() ? texts.get("message.noSubject") : entry.subject(),
                texts.get("outbox.to", to),
                dates.moment(entry.submittedAt()),
                state(entry, texts, dates),
                reasons(entry, texts),
                acts(entry, texts),
                entry.state() == OutboxState.UNCERTAIN);
    }

    private static boolean isPartly(OutboxEntry entry) {
        return entry.state() == OutboxState.DONE && !entry.refused().isEmpty();
    }

    private static boolean isCopyMissing(OutboxEntry entry) {
        return entry.state() == OutboxState.SENT && entry.nextAt().isEmpty();
    }

    private static String style(OutboxEntry entry) {
        return switch (entry.state()) {
            case UNCERTAIN, REFUSED -> "danger";
            case CANCELLED -> "";
            case DONE -> isPartly(entry) ? "warning" : "success";
            case SENT -> isCopyMissing(entry) ? "warning" : "";
            default -> entry.attempts() > 0 || entry.isLate() ? "warning" : "";
        };
    }

    private static String state(OutboxEntry entry, Texts texts, Dates dates) {
        return switch (entry.state()) {
            case WAITING -> waiting(entry, texts, dates);
            case CANCELLED -> texts.get("outbox.state.cancelled");
            case CLAIMED, TRANSMITTING -> texts.get("outbox.state.transmitting");
            case UNCERTAIN -> texts.get("outbox.state.uncertain");
            case SENT, FILED -> texts.get(isCopyMissing(entry) ? "outbox.state.copyMissing" : "outbox.state.filing");
            case DONE -> texts.get(isPartly(entry) ? "outbox.state.partly" : "outbox.state.done");
            case REFUSED -> texts.get("outbox.state.refused");
        };
    }

    private static String waiting(OutboxEntry entry, Texts texts, Dates dates) {
        if (entry.isLate()) {
            return texts.get("outbox.state.late", dates.moment(entry.dueAt()));
        }
        boolean again = entry.attempts() > 0;
        String state = again ? "again" : entry.choices().scheduled() ? "scheduled" : "waiting";
        return texts.get(
                "outbox.state." + state, entry.nextAt().map(dates::moment).orElse(""));
    }

    private static List<String> reasons(OutboxEntry entry, Texts texts) {
        List<String> reasons = new ArrayList<>();
        if (entry.state() != OutboxState.DONE
                && entry.problem() != Reason.NONE
                && entry.problem() != Reason.COPY
                && entry.problem() != Reason.LATE
                && entry.refused().isEmpty()
                && !isToldOfEach(entry)) {
            reasons.add(reason(entry.problem(), texts));
        }
        Stream.concat(entry.refused().stream(), isToldOfEach(entry) ? entry.delayed().stream() : Stream.empty())
                .forEach(recipient -> reasons.add(
                        texts.get("outbox.refused", recipient.address(), reason(recipient.reason(), texts))));
        return reasons;
    }

    /** Returns whether it is known of each recipient why they have not got it yet. */
    private static boolean isToldOfEach(OutboxEntry entry) {
        return entry.state() == OutboxState.WAITING && !entry.delayed().isEmpty();
    }

    private static String reason(Reason reason, Texts texts) {
        return texts.get("outbox.reason."
                + switch (reason) {
                    case NO_SUCH_RECIPIENT -> "noSuchRecipient";
                    case MAILBOX_FULL -> "mailboxFull";
                    case TOO_LARGE -> "tooLarge";
                    case NOT_ALLOWED -> "notAllowed";
                    case INTERNATIONAL -> "international";
                    case PASSWORD -> "password";
                    case UNREACHABLE -> "unreachable";
                    case CERTIFICATE -> "certificate";
                    case CAPABILITY -> "capability";
                    case NO_SERVER -> "noServer";
                    case NOT_NOW -> "notNow";
                    case EIGHT_BIT -> "eightBit";
                    case NONE, COPY, LATE, CLOSED, OTHER -> "other";
                });
    }

    private static List<Act> acts(OutboxEntry entry, Texts texts) {
        List<Act> acts = new ArrayList<>();
        switch (entry.state()) {
            case WAITING -> {
                boolean scheduled = entry.choices().scheduled() && entry.attempts() == 0;
                if (scheduled || entry.isLate()) {
                    acts.add(new Act("departure", texts.get("outbox.act.now")));
                }
                if (!entry.isSentToSome()) {
                    boolean plain = !scheduled && !entry.isLate();
                    acts.add(new Act("withdrawal", texts.get(plain ? "outbox.act.undo" : "outbox.act.cancel")));
                }
                if (entry.isLate()) {
                    acts.add(new Act("dismissal", texts.get("outbox.act.discard")));
                }
            }
            case REFUSED -> {
                acts.add(new Act("withdrawal", texts.get("outbox.act.edit")));
                acts.add(new Act("dismissal", texts.get("outbox.act.discard")));
            }
            case UNCERTAIN -> {
                acts.add(new Act("arrival", texts.get("outbox.act.arrived")));
                acts.add(new Act("repetition", texts.get("outbox.act.again")));
            }
            case SENT -> {
                if (isCopyMissing(entry)) {
                    acts.add(new Act("filing", texts.get("outbox.act.file")));
                    acts.add(new Act("dismissal", texts.get("outbox.act.dismiss")));
                }
            }
            case DONE -> {
                if (isPartly(entry)) {
                    acts.add(new Act("repetition", texts.get("outbox.act.refused")));
                    acts.add(new Act("dismissal", texts.get("outbox.act.dismiss")));
                }
            }
            default -> {
                // It goes on by itself.
            }
        }
        return acts;
    }
}
