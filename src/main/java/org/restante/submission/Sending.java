package org.restante.submission;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.restante.account.ServerSeal;
import org.restante.account.SignedIn;
import org.restante.content.ContentWriter;
import org.restante.content.Contents;
import org.restante.mailstore.MailboxName;
import org.restante.mime.Address;
import org.restante.submission.OutboxRecipient.State;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts drafts into the outbox: writes the message once, as it will be sent and filed. */
@Component
@EnableConfigurationProperties(OutboxProperties.class)
public class Sending {

    private final MessageWriter writer;
    private final OutboxTable table;
    private final Contents contents;
    private final ServerSeal seal;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final OutboxProperties properties;

    Sending(
            MessageWriter writer,
            OutboxTable table,
            Contents contents,
            ServerSeal seal,
            TransactionTemplate transaction,
            InstantSource clock,
            OutboxProperties properties) {
        this.writer = writer;
        this.table = table;
        this.contents = contents;
        this.seal = seal;
        this.transaction = transaction;
        this.clock = clock;
        this.properties = properties;
    }

    /**
     * Submits a draft whose recipients are correct and not none. However often that is asked for, it is submitted once.
     *
     * @throws IOException where a file of the draft cannot be read; then it is not submitted
     */
    public void submit(SignedIn person, Draft draft, Identity identity, ZoneId zone, SendOptions options)
            throws IOException {
        Instant due = options.at().filter(clock.instant()::isBefore).orElseGet(clock::instant);
        Composition message = compose(draft, identity, due.atZone(zone));
        try (ContentWriter content = contents.create()) {
            write(draft, message, content);
            transaction.executeWithoutResult(status -> {
                content.finish();
                table.insert(entry(person, draft, identity, options, message, content));
            });
        } catch (DuplicateKeyException e) {
            // It is in the outbox already: a second click, or another replica.
        }
    }

    private void write(Draft draft, Composition message, ContentWriter target) throws IOException {
        Optional<DraftAttachment> redirected = draft.redirected();
        if (redirected.isEmpty()) {
            writer.write(message, target);
            return;
        }
        try (InputStream original = contents.read(redirected.get().content())) {
            Redirection.write(draft, message.date(), original, target);
        }
    }

    /** The copy among the sent mail is looked for by the Message-ID that it has. */
    private static String messageId(Draft draft) {
        String original = draft.context().inReplyTo();
        return draft.redirected().isPresent() && !original.isEmpty() ? original : draft.messageId();
    }

    /** Returns the message that a draft is so far. */
    Composition compose(Draft draft, Identity identity, ZonedDateTime date) {
        Address from = identity.from();
        DraftFields fields = draft.fields();
        Recipients to = Recipients.of(fields.to());
        Recipients cc = Recipients.of(fields.cc());
        Recipients replyTo =
                Recipients.of(fields.replyTo().isBlank() ? identity.choices().replyTo() : fields.replyTo());
        List<String> seen = new ArrayList<>(Recipients.addresses(to, cc, replyTo, Recipients.of(fields.bcc())));
        seen.add(from.address());
        return new Composition(
                from,
                to.addresses(),
                cc.addresses(),
                replyTo.addresses(),
                fields.subject(),
                date,
                draft.messageId(),
                draft.context().inReplyTo(),
                draft.context().references(),
                FlowedText.of(fields.text()),
                fields.html(),
                draft.attachments().stream()
                        .filter(file -> file.inText() && fields.html().contains("cid:" + file.contentId()))
                        .map(file -> new Composition.Picture(file.contentId(), file(file)))
                        .toList(),
                draft.attachments().stream()
                        .filter(file -> !file.inText())
                        .map(this::file)
                        .toList(),
                fields.priority(),
                seen.stream().anyMatch(Recipients::isInternational));
    }

    private Composition.File file(DraftAttachment attachment) {
        return new Composition.File(attachment.name(), attachment.type(), () -> contents.read(attachment.content()));
    }

    private OutboxEntry entry(
            SignedIn person,
            Draft draft,
            Identity identity,
            SendOptions options,
            Composition message,
            ContentWriter content) {
        Instant now = clock.instant();
        Instant due = options.at()
                .filter(now::isBefore)
                .orElseGet(() -> now.plus(options.undo().orElse(properties.undo())));
        return new OutboxEntry(
                draft.id(),
                person.account(),
                OutboxState.WAITING,
                Reason.NONE,
                messageId(draft),
                message.from().address(),
                draft.fields().subject(),
                message.international(),
                draft.context().origin(),
                Optional.of(content.id()),
                content.size(),
                Optional.of(seal.seal(person, Delivery.work(draft.id()))),
                Optional.of(due),
                0,
                now,
                due,
                choices(identity, options, now),
                recipients(draft.fields(), identity));
    }

    private static OutboxEntry.Choices choices(Identity identity, SendOptions options, Instant now) {
        return new OutboxEntry.Choices(
                options.at().filter(now::isBefore).isPresent(),
                options.receipts(),
                identity.choices().sentFolder().map(MailboxName::toAddress).orElse(""));
    }

    private static List<OutboxRecipient> recipients(DraftFields fields, Identity identity) {
        List<String> open = Recipients.addresses(Recipients.of(fields.to()), Recipients.of(fields.cc()));
        List<OutboxRecipient> all = new ArrayList<>();
        open.forEach(address -> all.add(recipient(all.size(), address, false)));
        Stream.concat(
                        Recipients.addresses(Recipients.of(fields.bcc())).stream(),
                        identity.choices().blindCopy() ? Stream.of(identity.address()) : Stream.empty())
                .distinct()
                .filter(address -> !open.contains(address))
                .forEach(address -> all.add(recipient(all.size(), address, true)));
        return all;
    }

    private static OutboxRecipient recipient(int number, String address, boolean blind) {
        return new OutboxRecipient(number, address, blind, State.PENDING, Reason.NONE);
    }
}
