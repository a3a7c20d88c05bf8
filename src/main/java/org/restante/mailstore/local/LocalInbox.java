package org.restante.mailstore.local;

import java.io.InputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.restante.mailstore.Credential;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MailFailure.Gone;
import org.restante.mailstore.MailFailure.Network;
import org.restante.mailstore.Mailbox;
import org.restante.mailstore.MailboxView;
import org.restante.mailstore.MessagePage;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.MessageView;
import org.restante.mailstore.OpenMailbox;
import org.restante.mailstore.PageRequest;
import org.restante.mailstore.Uid;
import org.restante.mime.ParsedMessage.Range;
import org.restante.mime.PartId;

/** The INBOX of one account for one unit of work; the maildrop is opened only where the database does not know what is asked. */
final class LocalInbox implements OpenMailbox, AutoCloseable {

    private static final int FEW = 50;

    private final LocalServices services;
    private final Credential credential;
    private final Drop drop;
    private Optional<MaildropSession> session = Optional.empty();

    LocalInbox(LocalServices services, Credential credential, Drop drop) {
        this.services = services;
        this.credential = credential;
        this.drop = drop;
    }

    /** Takes over the session that is open. */
    LocalInbox(LocalServices services, Credential credential, MaildropSession session) {
        this(services, credential, session.drop());
        this.session = Optional.of(session);
    }

    /**
     * Reads what lies in the maildrop, unless that was done just now.
     *
     * @return when it was read last, where it cannot be read now
     */
    Optional<Instant> look() {
        return look(FEW);
    }

    private Optional<Instant> look(int newest) {
        if (session.filter(MaildropSession::hasLooked).isPresent()) {
            session.orElseThrow().addOlder(newest);
            return Optional.empty();
        }
        if (isFresh()) {
            return Optional.empty();
        }
        return unlessNotNow(() -> !isFresh(), open -> open.look(newest));
    }

    private boolean isFresh() {
        return services.proven().has(credential)
                && services.drops()
                        .lastRead(drop)
                        .filter(last -> last.age().compareTo(services.lookEvery()) < 0)
                        .isPresent();
    }

    /** Returns when the maildrop was read last, where it cannot be opened now; fails where it never was. */
    private Optional<Instant> unlessNotNow(BooleanSupplier needed, Consumer<MaildropSession> work) {
        try {
            withSession(needed, work);
            return Optional.empty();
        } catch (NotNowException e) {
            return Optional.of(
                    services.drops().lastRead(drop).orElseThrow(e::refusal).at());
        }
    }

    /** Nothing that is done with a session changes what lies in the maildrop: so it is done once more where the session breaks. */
    private void withSession(BooleanSupplier needed, Consumer<MaildropSession> work) throws NotNowException {
        enter(needed);
        try {
            session.ifPresent(work);
        } catch (Network e) {
            if (e.kind() != Network.Kind.BROKEN) {
                throw e;
            }
            session.orElseThrow().close();
            session = Optional.empty();
            enter(() -> true);
            session.ifPresent(work);
        }
    }

    private void enter(BooleanSupplier needed) throws NotNowException {
        if (session.isEmpty()) {
            session = services.gate().enter(drop, credential, needed);
        }
    }

    List<Mailbox> mailboxes() {
        return services.folders().mailboxes(drop);
    }

    @Override
    public MailboxView view(PageRequest request) {
        if (request instanceof PageRequest.Below below) {
            check(below.ref());
        }
        Optional<Instant> lastRead = look(newest(request));
        List<MessageRow> rows = rows(request);
        Map<String, Long> lacking = new LinkedHashMap<>();
        rows.stream().filter(row -> row.header().isEmpty()).forEach(row -> lacking.put(row.uidl(), row.id()));
        if (!lacking.isEmpty() && lastRead.isEmpty()) {
            lastRead = unlessNotNow(() -> true, open -> open.fetchHeaders(lacking));
            rows = rows(request);
        }
        close();
        return new MailboxView(mailboxes(), page(request, rows), lastRead);
    }

    /** Returns how many of the newest messages have to be known to show the page; all, where that is not sure. */
    private static int newest(PageRequest request) {
        return request instanceof PageRequest.Numbered numbered
                ? (int) Math.min(Integer.MAX_VALUE, (long) numbered.number() * numbered.size())
                : Integer.MAX_VALUE;
    }

    private List<MessageRow> rows(PageRequest request) {
        return services.messages().page(drop, offset(request), request.size());
    }

    private MessagePage page(PageRequest request, List<MessageRow> rows) {
        List<MessageSummary> summaries =
                rows.stream().map(row -> row.summary(drop)).toList();
        return new MessagePage(
                drop.uidValidity(), services.messages().counts(drop).total(), offset(request), summaries);
    }

    private long offset(PageRequest request) {
        if (request instanceof PageRequest.Below below) {
            return services.messages().countFrom(drop, below.ref().uid());
        }
        long total = services.messages().counts(drop).total();
        long pages = Math.max(1, (total + request.size() - 1) / request.size());
        return (Math.min(((PageRequest.Numbered) request).number(), pages) - 1) * request.size();
    }

    @Override
    public MessageView view(MessageRef ref) {
        return new MessageView(mailboxes(), message(ref));
    }

    @Override
    public MessageSummary message(MessageRef ref) {
        MessageRow row = row(ref);
        return (row.structure().isPresent() && row.header().isPresent() ? row : fetched(ref)).summary(drop);
    }

    @Override
    public InputStream content(MessageRef ref, PartId part) {
        MessageRow row = withContent(ref);
        Range range = StoredStructure.read(row.structure().orElseThrow())
                .range(part)
                .orElseThrow(() -> new Gone(Gone.Kind.PART, "no part " + part));
        return services.contents().open(row, range.start(), range.length());
    }

    @Override
    public InputStream source(MessageRef ref) {
        return services.contents().open(withContent(ref), 0, Long.MAX_VALUE);
    }

    private MessageRow withContent(MessageRef ref) {
        MessageRow row = row(ref);
        MessageRow whole = row.content().isPresent() ? row : fetched(ref);
        // What is read from here on goes to a browser, which may be slow.
        close();
        return whole;
    }

    private MessageRow fetched(MessageRef ref) {
        try {
            withSession(() -> true, open -> fetch(open, ref));
        } catch (NotNowException e) {
            throw e.refusal();
        }
        return row(ref);
    }

    private void fetch(MaildropSession open, MessageRef ref) {
        MessageRow row = row(ref);
        if (row.header().isEmpty()) {
            open.fetchHeaders(Map.of(row.uidl(), row.id()));
        }
        if (row.content().isEmpty()) {
            services.contents().fetch(open, row);
        }
    }

    private MessageRow row(MessageRef ref) {
        check(ref);
        return services.messages()
                .find(drop, ref.uid())
                .orElseThrow(() -> new Gone(Gone.Kind.MESSAGE, "no message " + ref.key()));
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
        refs.forEach(this::check);
        List<Uid> uids = refs.stream().map(MessageRef::uid).distinct().toList();
        return services.flags().change(drop, uids, change);
    }

    private void check(MessageRef ref) {
        if (!ref.mailbox().isInbox()) {
            throw new IllegalArgumentException("a message of another mailbox");
        }
        if (!ref.uidValidity().equals(drop.uidValidity())) {
            throw new Gone(Gone.Kind.UID_VALIDITY, "UIDVALIDITY is " + drop.uidValidity());
        }
    }

    /** Lets the maildrop go, if it is open. */
    @Override
    public void close() {
        session.ifPresent(services.filler()::takeOver);
        session = Optional.empty();
    }
}
