package org.restante.mailstore.imap;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MailFailure.Gone;
import org.restante.mailstore.MailFailure.Refused;
import org.restante.mailstore.MailboxView;
import org.restante.mailstore.MessagePage;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.MessageView;
import org.restante.mailstore.OpenMailbox;
import org.restante.mailstore.PageRequest;
import org.restante.mailstore.Uid;
import org.restante.mime.PartId;

/** The selected mailbox of a lent connection. */
final class ImapMailbox implements OpenMailbox {

    private final ImapConnection connection;

    ImapMailbox(ImapConnection connection) {
        this.connection = connection;
    }

    @Override
    public MailboxView view(PageRequest request) {
        if (request instanceof PageRequest.Below below) {
            check(below.ref());
        }
        var tree = new TreeQuery(connection);
        var page = new PageQuery(connection, request);
        List<Command> first = refreshing(tree);
        first.addAll(page.locate());
        connection.selected().pollChanged();
        List<Answer> tagged = connection.exchange(first, answer -> {
            tree.take(answer);
            page.take(answer);
        });
        tree.finish(tagged.get(1));
        MessagePage rows = page.fetch(tree.counts(connection.selected().pollChanged()), tree::take);
        return new MailboxView(tree.mailboxes(), rows);
    }

    @Override
    public MessageView view(MessageRef ref) {
        check(ref);
        var tree = new TreeQuery(connection);
        var fetched = new Fetched();
        List<Command> commands = refreshing(tree);
        commands.add(fetching(ref));
        connection.selected().pollChanged();
        List<Answer> tagged = connection.exchange(commands, answer -> {
            tree.take(answer);
            fetched.take(answer);
        });
        ImapConnection.checkOk(tagged.get(2));
        tree.finish(tagged.get(1));
        MessageSummary message = summary(fetched, ref);
        List<Command> counts = tree.counts(connection.selected().pollChanged());
        if (!counts.isEmpty()) {
            connection.exchange(counts, tree::take);
        }
        return new MessageView(tree.mailboxes(), message);
    }

    @Override
    public MessageSummary message(MessageRef ref) {
        check(ref);
        var fetched = new Fetched();
        List<Answer> tagged = connection.exchange(List.of(Command.of("NOOP"), fetching(ref)), fetched::take);
        ImapConnection.checkOk(tagged.get(1));
        return summary(fetched, ref);
    }

    private static List<Command> refreshing(TreeQuery tree) {
        return new ArrayList<>(List.of(Command.of("NOOP"), tree.list()));
    }

    private static Command fetching(MessageRef ref) {
        return Command.of("UID FETCH %s %s".formatted(ref.uid(), Fetched.SUMMARY));
    }

    private MessageSummary summary(Fetched fetched, MessageRef ref) {
        return find(fetched, ref).orElseGet(() -> fetchedAnew(ref));
    }

    /** Of commands sent in one write a server may carry out the FETCH before it looks for new messages: now it has looked. */
    private MessageSummary fetchedAnew(MessageRef ref) {
        check(ref);
        var fetched = new Fetched();
        connection.demand(fetching(ref), fetched::take);
        return find(fetched, ref).orElseThrow(() -> new Gone(Gone.Kind.MESSAGE, "no message " + ref.key()));
    }

    private static Optional<MessageSummary> find(Fetched fetched, MessageRef ref) {
        return fetched.summaries(ref.mailbox(), ref.uidValidity()).stream()
                .filter(message -> message.ref().equals(ref))
                .findFirst();
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
    public int addFlags(List<MessageRef> refs, Set<Flag> flags) {
        return store(refs, "+FLAGS", flags);
    }

    @Override
    public int removeFlags(List<MessageRef> refs, Set<Flag> flags) {
        return store(refs, "-FLAGS", flags);
    }

    private int store(List<MessageRef> refs, String how, Set<Flag> flags) {
        refs.forEach(this::check);
        if (connection.selected().isReadOnly()) {
            throw new Refused(Refused.Kind.NOT_PERMITTED, "the mailbox is read-only");
        }
        Set<Uid> wanted = refs.stream().map(MessageRef::uid).collect(Collectors.toSet());
        String names = flags.stream().map(Flag::name).sorted().collect(Collectors.joining(" "));
        List<Command> commands = new ArrayList<>();
        for (String set : UidSets.of(wanted)) {
            // Servers say nothing of messages whose flags were so already: so they are asked which are there.
            commands.add(Command.of("UID STORE %s %s.SILENT (%s)".formatted(set, how, names)));
            commands.add(Command.of("UID FETCH %s (UID)".formatted(set)));
        }
        Set<Uid> there = new HashSet<>();
        connection
                .exchange(commands, answer -> there.addAll(Fetched.uids(answer)))
                .forEach(ImapConnection::checkOk);
        there.retainAll(wanted);
        return there.size();
    }

    private void check(MessageRef ref) {
        SelectedMailbox selected = connection.selected();
        if (!ref.mailbox().equals(selected.name())) {
            throw new IllegalArgumentException("a message of another mailbox");
        }
        if (!ref.uidValidity().equals(selected.uidValidity())) {
            throw new Gone(Gone.Kind.UID_VALIDITY, "UIDVALIDITY is " + selected.uidValidity());
        }
    }
}
