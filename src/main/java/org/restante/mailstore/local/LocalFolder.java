package org.restante.mailstore.local;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MailFailure.Gone;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxView;
import org.restante.mailstore.MessagePage;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.MessageView;
import org.restante.mailstore.NewMessage;
import org.restante.mailstore.OpenMailbox;
import org.restante.mailstore.PageRequest;
import org.restante.mailstore.Uid;
import org.restante.mime.ParsedMessage.Range;
import org.restante.mime.PartId;

/** A mailbox that the mail server knows nothing of: all of it lies in the database. */
final class LocalFolder implements OpenMailbox {

    private final LocalServices services;
    private final Drop drop;
    private final MailboxName name;
    private final Drop rows;

    LocalFolder(LocalServices services, Drop drop, MailboxName name, Drop rows) {
        this.services = services;
        this.drop = drop;
        this.name = name;
        this.rows = rows;
    }

    @Override
    public MailboxView view(PageRequest request) {
        long total = services.messages().counts(rows).total();
        long offset = offset(request, total);
        List<MessageSummary> summaries = services.messages().page(rows, offset, request.size()).stream()
                .map(row -> row.summary(name, rows.uidValidity()))
                .toList();
        return new MailboxView(
                services.folders().mailboxes(drop), new MessagePage(rows.uidValidity(), total, offset, summaries));
    }

    private long offset(PageRequest request, long total) {
        if (request instanceof PageRequest.Below below) {
            check(below.ref());
            return services.messages().countFrom(rows, below.ref().uid());
        }
        long pages = Math.max(1, (total + request.size() - 1) / request.size());
        return (Math.min(((PageRequest.Numbered) request).number(), pages) - 1) * request.size();
    }

    @Override
    public MessageView view(MessageRef ref) {
        return new MessageView(services.folders().mailboxes(drop), message(ref));
    }

    @Override
    public MessageSummary message(MessageRef ref) {
        return row(ref).summary(name, rows.uidValidity());
    }

    @Override
    public InputStream content(MessageRef ref, PartId part) {
        MessageRow row = row(ref);
        Range range = StoredStructure.read(row.structure().orElseThrow())
                .range(part)
                .orElseThrow(() -> new Gone(Gone.Kind.PART, "no part " + part));
        return services.contents().open(row, range.start(), range.length());
    }

    @Override
    public InputStream source(MessageRef ref) {
        return services.contents().open(row(ref), 0, Long.MAX_VALUE);
    }

    @Override
    public int addFlags(List<MessageRef> refs, Set<Flag> flags) {
        return change(refs, there -> {
            there.addAll(flags);
            return there;
        });
    }

    @Override
    public int removeFlags(List<MessageRef> refs, Set<Flag> flags) {
        return change(refs, there -> {
            there.removeAll(flags);
            return there;
        });
    }

    private int change(List<MessageRef> refs, UnaryOperator<Set<Flag>> change) {
        return services.flags().change(rows, uids(refs), change);
    }

    List<MessageRef> find(String messageId) {
        return services.own().find(rows, messageId).stream()
                .map(uid -> new MessageRef(name, rows.uidValidity(), uid))
                .toList();
    }

    void append(NewMessage message) throws IOException {
        services.own().add(rows, message);
    }

    void discard(List<MessageRef> refs) {
        services.own().remove(rows, uids(refs));
    }

    private List<Uid> uids(List<MessageRef> refs) {
        refs.forEach(this::check);
        return refs.stream().map(MessageRef::uid).distinct().toList();
    }

    private MessageRow row(MessageRef ref) {
        check(ref);
        return services.messages()
                .find(rows, ref.uid())
                .orElseThrow(() -> new Gone(Gone.Kind.MESSAGE, "no message " + ref.key()));
    }

    private void check(MessageRef ref) {
        if (!ref.mailbox().equals(name)) {
            throw new IllegalArgumentException("a message of another mailbox");
        }
        if (!ref.uidValidity().equals(rows.uidValidity())) {
            throw new Gone(Gone.Kind.UID_VALIDITY, "UIDVALIDITY is " + rows.uidValidity());
        }
    }
}
