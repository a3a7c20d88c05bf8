package org.restante.message;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MessageSummary;
import org.restante.mime.Address;
import org.restante.web.Avatar;
import org.restante.web.Dates;
import org.restante.web.Texts;

/**
 * A row of a folder's list; all it shows is made here, since a template would make it more slowly.
 *
 * @param day the heading above the row, where it is the first of its day; else null
 * @param initials of whoever is shown as {@code who}
 * @param hue the class that colours them
 * @param styles the classes of the row: {@code unread}, {@code flagged}, {@code deleted}
 * @param tick what the row's checkbox is called
 * @param who the sender, or in folders of sent mail those it is for
 * @param date the time, since the day stands above
 * @param spokenDay the day between commas, for those who do not see what stands above; a comma alone where it is today
 */
record MessageRow(
        String ref,
        @Nullable String day,
        String link,
        String styles,
        String tick,
        String who,
        String initials,
        String hue,
        String subject,
        String date,
        String spokenDay,
        String dateIso,
        String size,
        boolean unread,
        boolean deleted,
        String flagStyles,
        String flagAction,
        String flagIcon,
        String flagLabel,
        List<RowMark> marks,
        List<LabelChip> labels) {

    static MessageRow of(MessageSummary message, @Nullable String day, RowContext context) {
        Texts texts = context.texts();
        Instant when = sent(message);
        List<Address> people = context.sentMail()
                ? message.envelope().to()
                : message.envelope().from();
        String who = names(people, context);
        String subject = subject(message, texts);
        Avatar avatar = Avatar.of(people);
        boolean unread = !message.is(Flag.SEEN);
        boolean deleted = message.is(Flag.DELETED);
        boolean flagged = message.is(Flag.FLAGGED);
        return new MessageRow(
                message.ref().key(),
                day,
                context.base() + "/" + message.ref().key() + context.suffix(),
                (unread ? "unread " : "") + (flagged ? "flagged " : "") + (deleted ? "deleted" : ""),
                texts.get("message.list.select", subject),
                who,
                avatar.initials(),
                "hue-" + avatar.hue(),
                subject,
                context.dates().time(when),
                spokenDay(when, context.dates()),
                context.dates().iso(when),
                texts.size(message.size()),
                unread,
                deleted,
                flagged ? "flagged" : "",
                context.base() + (flagged ? "/unflag" : "/flag"),
                context.icons() + (flagged ? "#flagged" : "#flag"),
                texts.get(flagged ? "message.list.unflagNamed" : "message.list.flagNamed", subject),
                RowMark.of(message, context),
                LabelChip.of(message, context.labels()));
    }

    private static String spokenDay(Instant when, Dates dates) {
        String brief = dates.brief(when);
        return brief.equals(dates.time(when)) ? ", " : ", " + brief + ", ";
    }

    private static String names(List<Address> people, RowContext context) {
        String names = people.stream().map(Address::display).collect(Collectors.joining(", "));
        return names.isBlank()
                ? context.texts().get(context.sentMail() ? "message.noRecipient" : "message.noSender")
                : names;
    }

    /** Returns a subject to show, whatever the message has. */
    static String subject(MessageSummary message, Texts texts) {
        String subject = message.envelope().subject();
        return subject.isBlank() ? texts.get("message.noSubject") : subject;
    }

    /** Returns when a message was sent, or where that is not said, when it arrived. */
    static Instant sent(MessageSummary message) {
        return message.envelope().date().map(OffsetDateTime::toInstant).orElse(message.received());
    }
}
