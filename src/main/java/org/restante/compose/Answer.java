package org.restante.compose;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.restante.mailstore.Flag;
import org.restante.mime.Address;
import org.restante.mime.Envelope;
import org.restante.mime.WrittenHtml;
import org.restante.submission.DraftContext;
import org.restante.submission.DraftFields;
import org.restante.submission.Identity;
import org.restante.submission.Origin;
import org.restante.submission.Priority;
import org.restante.submission.Recipients;
import org.restante.web.Dates;
import org.restante.web.Texts;

/**
 * What an answer to a message begins with, or a forward of it.
 *
 * @param identity as whom the person answers
 * @param own the person's addresses, to which no answer goes
 * @param html of the original; empty where it has none, or where plain text is wanted
 */
record Answer(
        Original original,
        Identity identity,
        List<String> own,
        Answering as,
        QuotedHtml html,
        Texts texts,
        Dates dates) {

    /** What mail programs put before the subject of an answer, in several languages. */
    private static final Pattern ANSWERED =
            Pattern.compile("^\\s*(re|aw|sv|vs|antw|odp|ynt|rif|回复|回覆|答复)\\s*[:：]", Pattern.CASE_INSENSITIVE);

    private static final Pattern FORWARDED =
            Pattern.compile("^\\s*(fwd?|wg|tr|rv|enc|vb|i|转发|轉寄)\\s*[:：]", Pattern.CASE_INSENSITIVE);

    DraftFields fields() {
        String designed = designed();
        boolean again = as == Answering.AGAIN;
        return new DraftFields(
                identity.address(),
                list(to()),
                list(cc()),
                again ? list(sound(envelope().bcc(), false)) : "",
                again ? list(sound(writtenReplyTo(), false)) : "",
                subject(),
                designed.isEmpty() ? text() : WrittenHtml.text(designed),
                designed,
                Priority.NORMAL);
    }

    /** Servers say that answers go to the sender where nothing is said (RFC 9051 §2.3.5.1). */
    private List<Address> writtenReplyTo() {
        return envelope().replyTo().equals(envelope().from())
                ? List.of()
                : envelope().replyTo();
    }

    private String designed() {
        return switch (as) {
            case REPLY, REPLY_ALL -> html.answered(identity.signedHtml(), attribution());
            case FORWARD -> html.forwarded(identity.signedHtml(), heading());
            case ATTACHED -> QuotedHtml.begun(identity.signedHtml());
            case REDIRECT -> "";
            case AGAIN -> html.html();
        };
    }

    /** Returns the context of a draft that another mail program began. */
    DraftContext adopted() {
        return new DraftContext(Original.identifiers(envelope().inReplyTo()), original.references(), Optional.empty());
    }

    DraftContext context() {
        String id = Original.identifiers(envelope().messageId());
        Origin origin = new Origin(
                original.message().ref(),
                as == Answering.FORWARD || as == Answering.ATTACHED || as == Answering.REDIRECT
                        ? Flag.FORWARDED
                        : Flag.ANSWERED);
        return switch (as) {
            case REPLY, REPLY_ALL ->
                new DraftContext(id, (original.references() + " " + id).strip(), Optional.of(origin));
            case FORWARD, ATTACHED -> new DraftContext("", "", Optional.of(origin));
            case REDIRECT -> new DraftContext(id, "", Optional.of(origin));
            case AGAIN -> DraftContext.NONE;
        };
    }

    private Envelope envelope() {
        return original.message().envelope();
    }

    private List<Address> to() {
        return switch (as) {
            case REPLY -> sound(answered(), false);
            case REPLY_ALL -> all();
            case FORWARD, ATTACHED, REDIRECT -> List.of();
            case AGAIN -> sound(envelope().to(), false);
        };
    }

    private List<Address> cc() {
        List<String> already = to().stream().map(Address::address).toList();
        return switch (as) {
            case REPLY_ALL ->
                sound(envelope().cc(), true).stream()
                        .filter(address -> !already.contains(address.address()))
                        .toList();
            case AGAIN -> sound(envelope().cc(), false);
            default -> List.of();
        };
    }

    /** Whoever wrote it, or whom they name for answers; to what the person wrote themselves, those they wrote to. */
    private List<Address> answered() {
        boolean ownMessage = envelope().from().stream().anyMatch(this::isOwn);
        List<Address> named =
                envelope().replyTo().isEmpty() ? envelope().from() : envelope().replyTo();
        return ownMessage && !envelope().to().isEmpty() ? envelope().to() : named;
    }

    private List<Address> all() {
        List<Address> people = sound(
                Stream.concat(answered().stream(), envelope().to().stream()).toList(), true);
        return people.isEmpty() ? sound(answered(), false) : people;
    }

    private boolean isOwn(Address address) {
        return own.stream().anyMatch(address.address()::equalsIgnoreCase);
    }

    /** Returns those that mail can be sent to, each once. */
    private List<Address> sound(List<Address> addresses, boolean withoutOwn) {
        Map<String, Address> sound = new LinkedHashMap<>();
        addresses.stream()
                .filter(address -> !(withoutOwn && isOwn(address)))
                .forEach(address -> Recipients.checked(address.address())
                        .ifPresent(checked -> sound.putIfAbsent(checked, new Address(address.name(), checked))));
        return new ArrayList<>(sound.values());
    }

    private static String list(List<Address> addresses) {
        return addresses.stream().map(Answer::written).collect(Collectors.joining(", "));
    }

    /** Returns an address so that it is read as the same again. */
    private static String written(Address address) {
        String name =
                address.name().replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        return name.isEmpty()
                ? address.address()
                : '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\" <" + address.address() + ">";
    }

    private String subject() {
        String subject = envelope()
                .subject()
                .replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ")
                .strip();
        return switch (as) {
            case REPLY, REPLY_ALL -> ANSWERED.matcher(subject).find() ? subject : "Re: " + subject;
            case FORWARD, ATTACHED -> FORWARDED.matcher(subject).find() ? subject : "Fwd: " + subject;
            case AGAIN, REDIRECT -> subject;
        };
    }

    private String text() {
        return switch (as) {
            case REPLY, REPLY_ALL -> identity.signed() + "\n\n" + attribution() + "\n" + original.quoted() + "\n";
            case FORWARD -> identity.signed() + "\n\n" + heading() + "\n\n" + original.text() + "\n";
            case ATTACHED -> identity.signed();
            case REDIRECT -> "";
            case AGAIN -> original.text();
        };
    }

    private Instant sent() {
        return envelope()
                .date()
                .map(OffsetDateTime::toInstant)
                .orElse(original.message().received());
    }

    private String attribution() {
        return texts.get("compose.wrote", dates.full(sent()), people(envelope().from()));
    }

    private String heading() {
        var lines = new ArrayList<String>();
        lines.add("---------- " + texts.get("compose.forwarded") + " ----------");
        line(lines, "message.field.from", people(envelope().from()));
        line(lines, "message.field.date", dates.full(sent()));
        line(lines, "compose.subject", envelope().subject());
        line(lines, "message.field.to", people(envelope().to()));
        line(lines, "message.field.cc", people(envelope().cc()));
        return String.join("\n", lines);
    }

    private void line(List<String> lines, String name, String value) {
        if (!value.isBlank()) {
            lines.add(texts.get(name) + ": " + value.replaceAll("\\p{Cntrl}+", " "));
        }
    }

    private static String people(List<Address> people) {
        return people.stream().map(Address::toString).collect(Collectors.joining(", "));
    }
}
