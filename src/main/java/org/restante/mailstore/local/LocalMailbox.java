package org.restante.mailstore.local;

import java.io.InputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.restante.mailstore.Conversations;
import org.restante.mailstore.Criterion;
import org.restante.mailstore.Flag;
import org.restante.mailstore.Found;
import org.restante.mailstore.MailFailure.Gone;
import org.restante.mailstore.Mailbox;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxRights;
import org.restante.mailstore.MailboxView;
import org.restante.mailstore.Marked;
import org.restante.mailstore.MessageFilter;
import org.restante.mailstore.MessageOrder;
import org.restante.mailstore.MessagePage;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.MessageSet;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.MessageView;
import org.restante.mailstore.Moved;
import org.restante.mailstore.OpenMailbox;
import org.restante.mailstore.OrderedView;
import org.restante.mailstore.PageRequest;
import org.restante.mailstore.SearchPosition;
import org.restante.mailstore.SearchedBlock;
import org.restante.mailstore.ThreadedMessage;
import org.restante.mailstore.Uid;
import org.restante.mailstore.UidOrder;
import org.restante.mime.ParsedMessage.Range;
import org.restante.mime.PartId;

/** A mailbox of one account for one unit of work; the maildrop is opened only where the database does not know what is asked. */
final class LocalMailbox implements OpenMailbox, AutoCloseable {

    private static final int FEW = 50;

    private final LocalServices services;
    private final MaildropVisit visit;
    private final Drop drop;
    private final Box box;
    private final LocalFinding finding;

    LocalMailbox(LocalServices services, MaildropVisit visit, Box box) {
        this.services = services;
        this.visit = visit;
        this.drop = visit.drop();
        this.box = box;
        this.finding = new LocalFinding(services, visit, box);
    }

    /** Reads what lies in the maildrop, unless that was done just now. */
    void look() {
        visit.look(FEW);
    }

    List<Mailbox> mailboxes() {
        Map<Long, MessageTable.Counts> counts = services.messages().counts(drop);
        return services.boxes().all(drop).stream()
                .map(listed -> mailbox(listed, counts.getOrDefault(listed.box().id(), MessageTable.Counts.NONE)))
                .toList();
    }

    private static Mailbox mailbox(BoxTable.Listed listed, MessageTable.Counts counts) {
        return new Mailbox(
                listed.box().name(),
                listed.role(),
                true,
                OptionalLong.of(counts.total()),
                OptionalLong.of(counts.unseen()));
    }

    @Override
    public MailboxView view(PageRequest request) {
        if (request instanceof PageRequest.Below below) {
            check(below.ref());
        }
        Optional<Instant> lastRead = visit.look(newest(request));
        List<MessageRow> rows = rows(request);
        Map<String, Long> lacking = LocalFinding.lackingHeader(rows);
        if (!lacking.isEmpty() && lastRead.isEmpty()) {
            lastRead = visit.unlessNotNow(() -> true, open -> open.fetchHeaders(lacking));
            rows = rows(request);
        }
        close();
        return new MailboxView(mailboxes(), page(request, rows), lastRead);
    }

    @Override
    public MailboxView view(MessageSet messages, PageRequest request) {
        if (!messages.uidValidity().equals(box.uidValidity())) {
            throw new Gone(Gone.Kind.UID_VALIDITY, "UIDVALIDITY is " + box.uidValidity());
        }
        MessageSet.Part part = messages.part(request);
        List<MessageSummary> rows = summaries(part.uids());
        return new MailboxView(mailboxes(), new MessagePage(box.uidValidity(), messages.size(), part.before(), rows));
    }

    @Override
    public OrderedView view(MessageOrder order, Optional<MessageSet> among, PageRequest request) {
        Optional<Instant> lastRead = visit.look(LocalOrdering.MOST);
        LocalOrdering.Ordered ordered = finding.order(order);
        close();
        UidOrder wanted = among.map(ordered.order()::among).orElse(ordered.order());
        MessageSet.Part part = wanted.part(request);
        List<MessageSummary> rows = summaries(part.uids());
        MessagePage page = new MessagePage(box.uidValidity(), wanted.size(), part.before(), rows);
        return new OrderedView(new MailboxView(mailboxes(), page, lastRead), ordered.most());
    }

    @Override
    public MailboxRights rights() {
        return MailboxRights.ALL;
    }

    @Override
    public Found find(MessageFilter filter) {
        look();
        return new LocalSearch(services, box).find(filter);
    }

    /** Returns how many of the newest messages have to be known to show the page; all, where that is not sure. */
    private static int newest(PageRequest request) {
        return request instanceof PageRequest.Numbered numbered
                ? (int) Math.min(Integer.MAX_VALUE, (long) numbered.number() * numbered.size())
                : Integer.MAX_VALUE;
    }

    private List<MessageRow> rows(PageRequest request) {
        return services.messages().page(box, offset(request), request.size());
    }

    private MessagePage page(PageRequest request, List<MessageRow> rows) {
        List<MessageSummary> summaries =
                rows.stream().map(row -> row.summary(box)).toList();
        return new MessagePage(
                box.uidValidity(), services.messages().counts(drop, box).total(), offset(request), summaries);
    }

    private long offset(PageRequest request) {
        if (request instanceof PageRequest.Below below) {
            return services.messages().countFrom(box, below.ref().uid());
        }
        long total = services.messages().counts(drop, box).total();
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
        return (row.structure().isPresent() && row.header().isPresent() ? row : fetched(ref)).summary(box);
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
            visit.withSession(() -> true, open -> fetch(open, ref));
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
                .find(box, ref.uid())
                .orElseThrow(() -> new Gone(Gone.Kind.MESSAGE, "no message " + ref.key()));
    }

    @Override
    public Marked addFlags(List<MessageRef> refs, Set<Flag> flags) {
        return change(refs, there -> {
            there.addAll(flags);
            return there;
        });
    }

    @Override
    public Marked removeFlags(List<MessageRef> refs, Set<Flag> flags) {
        return change(refs, there -> {
            there.removeAll(flags);
            return there;
        });
    }

    private Marked change(List<MessageRef> refs, UnaryOperator<Set<Flag>> change) {
        FlagTable.Changed changed = services.flags().change(box, uids(refs), change);
        return new Marked(
                changed.there(),
                refs.stream()
                        .distinct()
                        .filter(ref -> changed.uids().contains(ref.uid()))
                        .toList());
    }

    @Override
    public Moved move(List<MessageRef> refs, MailboxName target) {
        Box to = other(target);
        visit.finishReading();
        Map<Uid, Uid> moved = services.relocation().move(box, uids(refs), to);
        return moved(moved, to);
    }

    /** A copy has its content here; what is not, is retrieved for it. */
    @Override
    public Moved copy(List<MessageRef> refs, MailboxName target) {
        Box to = other(target);
        Map<Uid, Uid> copied = new LinkedHashMap<>();
        for (Uid uid : uids(refs)) {
            if (services.messages().find(box, uid).isPresent()) {
                MessageRow row = fetchedWhole(new MessageRef(box.name(), box.uidValidity(), uid));
                services.room().demand(drop, row.size());
                copied.put(uid, services.relocation().copy(row, to));
            }
        }
        return moved(copied, to);
    }

    private MessageRow fetchedWhole(MessageRef ref) {
        MessageRow row = row(ref);
        return row.content().isPresent() && row.header().isPresent() ? row : fetched(ref);
    }

    private Box other(MailboxName target) {
        if (target.equals(box.name())) {
            throw new IllegalArgumentException("the messages are there already");
        }
        return services.boxes().get(drop, target);
    }

    private Moved moved(Map<Uid, Uid> uids, Box to) {
        Map<MessageRef, MessageRef> arrived = new LinkedHashMap<>();
        uids.forEach((from, uid) -> arrived.put(
                new MessageRef(box.name(), box.uidValidity(), from), new MessageRef(to.name(), to.uidValidity(), uid)));
        return new Moved(uids.size(), 0, arrived);
    }

    @Override
    public MessageSet with(Flag flag) {
        return find(flags -> flags.contains(flag));
    }

    @Override
    public MessageSet without(Flag flag) {
        return find(flags -> !flags.contains(flag));
    }

    @Override
    public boolean isExact() {
        return true;
    }

    @Override
    public MessageSet all() {
        return find(flags -> true);
    }

    private MessageSet find(Predicate<Set<Flag>> such) {
        return new MessageSet(box.name(), box.uidValidity(), services.flags().find(box, such));
    }

    @Override
    public SearchedBlock search(Criterion criterion, SearchPosition from, int most) {
        return finding.search(criterion, from, most);
    }

    @Override
    public Conversations conversations() {
        return finding.conversations();
    }

    @Override
    public List<ThreadedMessage> threaded(int most) {
        return finding.threaded(most);
    }

    @Override
    public List<MessageSummary> messages(List<MessageRef> refs) {
        return summaries(uids(refs));
    }

    private List<MessageSummary> summaries(List<Uid> uids) {
        return services.messages().among(box, uids).stream()
                .map(row -> row.summary(box))
                .toList();
    }

    @Override
    public int purge(List<MessageRef> refs) {
        visit.finishReading();
        return services.relocation().purge(drop, box, uids(refs));
    }

    @Override
    public Optional<Moved> purgeSoon(List<MessageRef> refs) {
        if (!drop.policy().removesPurged()) {
            return Optional.empty();
        }
        visit.finishReading();
        Box waiting = services.boxes().waiting(drop);
        return Optional.of(moved(services.relocation().doom(box, uids(refs), waiting), waiting));
    }

    @Override
    public int onServer(MessageSet messages) {
        return drop.policy().removesPurged()
                ? services.removals()
                        .countOnServer(
                                box, messages.uids().stream().map(Uid::value).toList())
                : 0;
    }

    private List<Uid> uids(List<MessageRef> refs) {
        refs.forEach(this::check);
        return refs.stream().map(MessageRef::uid).distinct().toList();
    }

    private void check(MessageRef ref) {
        if (!ref.mailbox().equals(box.name())) {
            throw new IllegalArgumentException("a message of another mailbox");
        }
        if (!ref.uidValidity().equals(box.uidValidity())) {
            throw new Gone(Gone.Kind.UID_VALIDITY, "UIDVALIDITY is " + box.uidValidity());
        }
    }

    /** Lets the maildrop go, if it is open. */
    @Override
    public void close() {
        visit.close();
    }
}
