package org.restante.submission;

import java.io.IOException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.restante.content.ContentWriter;
import org.restante.content.Contents;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxRole;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.NewMessage;
import org.springframework.stereotype.Component;

/** Puts a copy of a draft into the mailbox of drafts, where other mail programs see it, in the place of the one before. */
@Component
public class DraftPublishing {

    private final Sending sending;
    private final MessageWriter writer;
    private final DraftTable table;
    private final Contents contents;

    DraftPublishing(Sending sending, MessageWriter writer, DraftTable table, Contents contents) {
        this.sending = sending;
        this.writer = writer;
        this.table = table;
        this.contents = contents;
    }

    /**
     * Publishes a draft, unless the mailbox holds this version of it already. The copies before go last, so that one is always there.
     *
     * @throws IOException where a file of the draft cannot be read
     */
    public void publish(Draft draft, Identity identity, ZoneId zone, MailStore store) throws IOException {
        if (table.published(draft.id()) == draft.version()) {
            return;
        }
        Composition message = sending.compose(draft, identity, ZonedDateTime.ofInstant(draft.changedAt(), zone));
        MailboxName mailbox = store.mailboxFor(MailboxRole.DRAFTS);
        List<MessageRef> before = store.find(mailbox, draft.messageId());
        try (ContentWriter content = contents.create()) {
            writer.write(message, content);
            content.finish();
            try {
                store.append(mailbox, copy(draft, content));
            } finally {
                contents.delete(List.of(content.id()));
            }
        }
        table.markPublished(draft.id(), draft.version());
        store.discard(before);
    }

    private NewMessage copy(Draft draft, ContentWriter content) {
        return new NewMessage(
                Set.of(Flag.DRAFT, Flag.SEEN), draft.changedAt(), content.size(), () -> contents.read(content.id()));
    }

    /** Removes the copies of a draft that is being deleted. */
    public void withdraw(Draft draft, MailStore store) {
        if (table.published(draft.id()) >= 0) {
            withdraw(draft.messageId(), store);
        }
    }

    /** Removes the copies, in the mailbox of drafts, of a message that is no draft any more. */
    public void withdraw(String messageId, MailStore store) {
        store.discard(store.find(store.mailboxFor(MailboxRole.DRAFTS), messageId));
    }
}
