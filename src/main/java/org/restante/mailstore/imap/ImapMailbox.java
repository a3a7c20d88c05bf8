package org.restante.mailstore.imap;

import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.restante.mailstore.Flag;
import org.restante.mailstore.Found;
import org.restante.mailstore.MailFailure.Gone;
import org.restante.mailstore.MailFailure.Network;
import org.restante.mailstore.MailFailure.Refused;
import org.restante.mailstore.Mailbox;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxRights;
import org.restante.mailstore.MailboxView;
import org.restante.mailstore.Marked;
import org.restante.mailstore.MessageFilter;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.MessageSet;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.MessageView;
import org.restante.mailstore.Moved;
import org.restante.mailstore.OpenMailbox;
import org.restante.mailstore.PageRequest;
import org.restante.mailstore.Uid;
import org.restante.mailstore.UidValidity;
import org.restante.mime.Part;
import org.restante.mime.PartId;

/** The selected mailbox of a lent connection. */
final class ImapMailbox implements OpenMailbox {

    private static final int MOST_TRIES = 3;

    private final ImapConnection connection;
    private final RowCache cache;
    private final ChosenRoles roles;

    private final Anew anew;

    /** Goes on over another connection with the same mailbox selected. */
    interface Anew {
        <T> T with(Function<ImapConnection, T> work);
    }

    ImapMailbox(ImapConnection connection, RowCache cache, ChosenRoles roles, Anew anew) {
        this.roles = roles;
        this.connection = connection;
        this.anew = anew;
        this.cache = cache;
    }

    @Override
    public MailboxView view(MessageSet messages, PageRequest request) {
        check(messages.mailbox(), messages.uidValidity());
        return chosen(new SetQuery(connection, messages, cache).view(request));
    }

    private MailboxView chosen(MailboxView view) {
        return new MailboxView(roles.apply(view.mailboxes()), view.page(), view.lastRead());
    }

    @Override
    public MailboxRights rights() {
        return connection.selected().rights();
    }

    @Override
    public Found find(MessageFilter filter) {
        return new UidSearch(connection).find(filter);
    }

    @Override
    public MailboxView view(PageRequest request) {
        if (request instanceof PageRequest.Below below) {
            check(below.ref());
        }
        return chosen(new PageQuery(connection, request, cache).view());
    }

    @Override
    public MessageView view(MessageRef ref) {
        check(ref);
        var message = new MessageQuery(connection, ref, cache);
        var tree = new TreeQuery(connection);
        List<Mailbox> mailboxes = message.askWith(tree);
        return new MessageView(roles.apply(mailboxes), message.orElse(() -> again(ref)));
    }

    @Override
    public MessageSummary message(MessageRef ref) {
        check(ref);
        var message = new MessageQuery(connection, ref, cache);
        message.ask();
        return message.orElse(() -> again(ref));
    }

    @Override
    public Part structure(MessageRef ref) {
        check(ref);
        return cache.get(connection.key(), ref.uid())
                .map(Row::structure)
                .orElseGet(() -> message(ref).structure());
    }

    /** Of commands sent in one write a server may carry out the FETCH before it looks for new messages: now it has looked. */
    private MessageSummary again(MessageRef ref) {
        check(ref);
        var message = new MessageQuery(connection, ref, cache);
        message.ask();
        return message.orElse(() -> {
            throw new Gone(Gone.Kind.MESSAGE, "no message " + ref.key());
        });
    }

    @Override
    public InputStream content(MessageRef ref, PartId part) {
        check(ref);
        return new SectionStream(connection, ref.uid(), part.value());
    }

    @Override
    public InputStream source(MessageRef ref) {
        // So that the server looks for new messages first.
        connection.demand(Command.of("NOOP"), untagged -> {});
        check(ref);
        return new SectionStream(connection, ref.uid(), "");
    }

    @Override
    public Marked addFlags(List<MessageRef> refs, Set<Flag> flags) {
        List<MessageRef> changeable = changeable(refs);
        for (Flag flag : flags) {
            if (!flag.name().startsWith("\\") && !connection.selected().keeps(flag)) {
                throw new Refused(Refused.Kind.KEYWORD, "not among PERMANENTFLAGS");
            }
        }
        return resuming(new Marking(changeable, true, flags)::store);
    }

    @Override
    public Marked removeFlags(List<MessageRef> refs, Set<Flag> flags) {
        return resuming(new Marking(changeable(refs), false, flags)::store);
    }

    @Override
    public Moved move(List<MessageRef> refs, MailboxName target) {
        return resuming(new Moving(changeable(refs), target, true)::relocate);
    }

    @Override
    public Moved copy(List<MessageRef> refs, MailboxName target) {
        refs.forEach(this::check);
        return resuming(new Moving(refs, target, false)::relocate);
    }

    @Override
    public MessageSet with(Flag flag) {
        return new UidSearch(connection).with(flag);
    }

    @Override
    public MessageSet without(Flag flag) {
        return new UidSearch(connection).without(flag);
    }

    @Override
    public boolean isExact() {
        return connection.has("UIDPLUS");
    }

    @Override
    public MessageSet all() {
        return new UidSearch(connection).all();
    }

    @Override
    public int purge(List<MessageRef> refs) {
        List<Uid> uids = changeable(refs).stream().map(MessageRef::uid).toList();
        var purging = new Purging();
        return resuming(current -> purging.purge(current, uids));
    }

    /**
     * Does a work that knows how far it came. Where the connection breaks, nothing is repeated blindly: what was done is looked for over
     * another one, which does the rest.
     */
    private <T> T resuming(Function<ImapConnection, T> work) {
        try {
            return work.apply(connection);
        } catch (Network e) {
            return resuming(work, e, 1);
        }
    }

    private <T> T resuming(Function<ImapConnection, T> work, Network failure, int tried) {
        if (failure.kind() != Network.Kind.BROKEN || tried > MOST_TRIES) {
            throw failure;
        }
        try {
            return anew.with(work);
        } catch (Network e) {
            return resuming(work, e, tried + 1);
        }
    }

    private List<MessageRef> changeable(List<MessageRef> refs) {
        refs.forEach(this::check);
        if (connection.selected().isReadOnly()) {
            throw new Refused(Refused.Kind.NOT_PERMITTED, "the mailbox is read-only");
        }
        return refs;
    }

    private void check(MessageRef ref) {
        check(ref.mailbox(), ref.uidValidity());
    }

    private void check(MailboxName mailbox, UidValidity uidValidity) {
        SelectedMailbox selected = connection.selected();
        if (!mailbox.equals(selected.name())) {
            throw new IllegalArgumentException("a message of another mailbox");
        }
        if (!uidValidity.equals(selected.uidValidity())) {
            throw new Gone(Gone.Kind.UID_VALIDITY, "UIDVALIDITY is " + selected.uidValidity());
        }
    }
}
