package org.restante.collect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.restante.collect.CollectionTable.State;
import org.restante.collect.CollectionTable.Taken;
import org.restante.content.ContentWriter;
import org.restante.content.Contents;
import org.restante.mailstore.Credential;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailFailure.Refused;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MaildropVisits;
import org.restante.mailstore.NewMessage;
import org.restante.mailstore.OpenMaildrop;
import org.restante.mailstore.TimeLimit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Collects mail once. Each message is stored here, put into its folder, and remembered by its UIDL; then it may be removed there. One whose
 * way into the folder broke off is looked for by its Message-ID before it is put there again.
 */
@Component
class CollectionRun {

    private static final Logger log = LoggerFactory.getLogger(CollectionRun.class);
    private static final int MOST_NAMED = 10;

    private final MaildropVisits visits;
    private final CollectionServers servers;
    private final CollectionTable table;
    private final Contents contents;
    private final TransactionTemplate transaction;
    private final LoopMarks loops;
    private final InstantSource clock;

    CollectionRun(
            MaildropVisits visits,
            CollectionServers servers,
            CollectionTable table,
            Contents contents,
            TransactionTemplate transaction,
            LoopMarks loops,
            InstantSource clock) {
        this.visits = visits;
        this.servers = servers;
        this.table = table;
        this.contents = contents;
        this.transaction = transaction;
        this.loops = loops;
        this.clock = clock;
    }

    /** The person's own mail server did not do it. */
    private static final class Here extends RuntimeException {
        final MailFailure failure;

        Here(MailFailure failure) {
            super(failure);
            this.failure = failure;
        }
    }

    /** How it goes. */
    private final class Run {
        final Collection collection;
        final MailStore own;
        final String owner = UUID.randomUUID().toString();
        final List<String> skipped = new ArrayList<>();
        int fetched;

        Run(Collection collection, MailStore own) {
            this.collection = collection;
            this.own = own;
        }
    }

    /** Collects what is new, for so long at most; without effect where another one is at it. */
    void run(Collection collection, String password, MailStore own, Duration limit) {
        var run = new Run(collection, own);
        if (!table.claim(collection.id(), run.owner)) {
            return;
        }
        CollectionProblem problem = CollectionProblem.SERVER;
        try (var time = TimeLimit.begin(limit)) {
            collect(run, servers.credential(collection, password), System.nanoTime() + limit.toNanos() * 2 / 3);
            problem = null;
        } catch (Here e) {
            problem = CollectionProblem.here(e.failure);
        } catch (MailFailure e) {
            problem = CollectionProblem.there(e);
        } catch (IOException | DataAccessException | TransactionException e) {
            log.warn("Mail is collected later: {}", e.getClass().getSimpleName());
            problem = CollectionProblem.HERE;
        } finally {
            String named = String.join("\n", run.skipped.subList(0, Math.min(MOST_NAMED, run.skipped.size())));
            table.finish(collection.id(), run.owner, problem, run.fetched, named);
        }
    }

    private void collect(Run run, Credential from, long end) throws IOException {
        demandFolder(run);
        try (OpenMaildrop maildrop = visits.open(from)) {
            Map<String, Taken> taken = table.taken(run.collection.id());
            for (String name : maildrop.names()) {
                if (System.nanoTime() > end || !table.renew(run.collection.id(), run.owner)) {
                    break;
                }
                if (take(run, maildrop, name, taken.get(name)) && run.collection.removes()) {
                    maildrop.delete(name);
                }
            }
            if (!table.renew(run.collection.id(), run.owner)) {
                maildrop.keepAll();
            }
            maildrop.quit();
        }
    }

    /** Returns whether the message lies in its folder. */
    private boolean take(Run run, OpenMaildrop maildrop, String name, @Nullable Taken known) throws IOException {
        if (known != null && known.state() != State.APPENDING) {
            return known.state() == State.DONE;
        }
        if (known != null && known.messageId() != null && isThere(run, known.messageId())) {
            table.mark(run.collection.id(), name, State.DONE, null, null);
            return true;
        }
        CollectedHead head = store(run, maildrop, name);
        if (head == null) {
            return false;
        }
        try {
            run.own.append(
                    run.collection.folder(),
                    new NewMessage(
                            Set.of(),
                            head.received(clock.instant()),
                            head.prefix().length + head.size(),
                            () -> new SequenceInputStream(
                                    new ByteArrayInputStream(head.prefix()), contents.read(head.content()))));
        } catch (Refused e) {
            if (e.kind() != Refused.Kind.OTHER) {
                throw new Here(e);
            }
            name(run, name, head.subject());
            return false;
        } catch (MailFailure e) {
            throw new Here(e);
        }
        table.mark(run.collection.id(), name, State.DONE, null, null);
        run.fetched++;
        return true;
    }

    private boolean isThere(Run run, String messageId) {
        try {
            return !run.own.find(run.collection.folder(), messageId).isEmpty();
        } catch (MailFailure e) {
            throw new Here(e);
        }
    }

    /** Stores a message here; returns null where it is left there. */
    @Nullable
    private CollectedHead store(Run run, OpenMaildrop maildrop, String name) throws IOException {
        var section = new HeadSection();
        try (ContentWriter writer = contents.create()) {
            try (InputStream in = maildrop.retrieve(name)) {
                byte[] piece = new byte[64 << 10];
                for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                    writer.write(piece, 0, n);
                    section.take(piece, n);
                }
            } catch (Refused e) {
                run.skipped.add(name);
                return null;
            }
            CollectedHead head = CollectedHead.of(
                    section.octets(),
                    writer.id(),
                    writer.size(),
                    loops.mark(run.collection.account()),
                    run.collection.id() + " " + name);
            if (loops.bears(head.fields(), run.collection.account())) {
                skip(run, name, head.subject());
                return null;
            }
            transaction.executeWithoutResult(status -> {
                writer.finish();
                table.mark(run.collection.id(), name, State.APPENDING, head.messageId(), writer.id());
            });
            return head;
        }
    }

    private static void name(Run run, String name, String subject) {
        run.skipped.add(subject.isBlank() ? name : subject.substring(0, Math.min(subject.length(), 150)));
    }

    private static void demandFolder(Run run) {
        try {
            if (run.own.mailboxes().stream().noneMatch(mailbox -> mailbox.name().equals(run.collection.folder()))) {
                throw new MailFailure.Gone(MailFailure.Gone.Kind.MAILBOX, "the folder is not there");
            }
        } catch (MailFailure e) {
            throw new Here(e);
        }
    }

    /** It stays there, and is not asked for again. */
    private void skip(Run run, String name, String subject) {
        table.mark(run.collection.id(), name, State.SKIPPED, null, null);
        name(run, name, subject);
    }
}
