package org.restante.message;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.mailstore.Criterion;
import org.restante.mailstore.MailFailure.Gone;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.MessageSet;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.OpenMailbox;
import org.restante.mailstore.OpenMode;
import org.restante.mailstore.SearchPosition;
import org.restante.mailstore.SearchedBlock;
import org.restante.mailstore.Uid;
import org.restante.mailstore.UidValidity;

/**
 * Searches folders one after another, each from its newest messages on, until there are enough rows or it took long enough for one
 * request: who wants more goes on from there. So nothing is searched that nobody waits for.
 */
final class MessageSearch {

    private static final int BLOCK = 5000;
    private static final long ENOUGH = Duration.ofMillis(300).toNanos();
    private static final long LONG = Duration.ofMillis(1500).toNanos();

    private final MailStore store;
    private final FoundBlocks blocks;
    private final String session;
    private final Criterion criterion;
    private final int size;
    private final long begun = System.nanoTime();

    /**
     * A search that has not begun.
     *
     * @param session whose search it is
     * @param size how many rows are enough
     */
    MessageSearch(MailStore store, FoundBlocks blocks, String session, Criterion criterion, int size) {
        this.store = store;
        this.blocks = blocks;
        this.session = session;
        this.criterion = criterion;
        this.size = size;
    }

    /**
     * What was found.
     *
     * @param next where to go on; empty where all is searched
     * @param total the number of messages in the folder where it goes on
     */
    record Found(List<MessageSummary> rows, Optional<SearchCursor> next, long total) {}

    /**
     * Searches.
     *
     * @param from where to go on; null: from the start
     */
    Found in(List<MailboxName> folders, @Nullable SearchCursor from) throws IOException {
        List<MessageSummary> rows = new ArrayList<>();
        int first = from == null ? 0 : folders.indexOf(from.folder());
        if (first < 0) {
            throw new Gone(Gone.Kind.MAILBOX, "gone");
        }
        for (MailboxName folder : folders.subList(first, folders.size())) {
            SearchCursor start = from != null && folder.equals(from.folder()) ? from : null;
            if (start == null && isEnough(rows.size())) {
                return new Found(rows, Optional.of(startOf(folder)), 0);
            }
            int before = rows.size();
            Found found = store.open(folder, OpenMode.READ, mailbox -> in(folder, mailbox, start, before));
            rows.addAll(found.rows());
            if (found.next().isPresent()) {
                return new Found(rows, found.next(), found.total());
            }
        }
        return new Found(rows, Optional.empty(), 0);
    }

    /** Searches all, however long it takes. */
    List<MessageSet> all(List<MailboxName> folders) throws IOException {
        List<MessageSet> all = new ArrayList<>();
        for (MailboxName folder : folders) {
            MessageSet found = store.open(folder, OpenMode.READ, mailbox -> all(folder, mailbox));
            if (found.size() > 0) {
                all.add(found);
            }
        }
        return all;
    }

    private MessageSet all(MailboxName folder, OpenMailbox mailbox) {
        List<Uid> found = new ArrayList<>();
        Optional<SearchPosition> next = Optional.of(SearchPosition.START);
        while (true) {
            SearchedBlock block = mailbox.search(criterion, next.get(), BLOCK);
            found.addAll(block.found());
            next = block.next();
            if (next.isEmpty()) {
                return new MessageSet(folder, block.uidValidity(), found);
            }
        }
    }

    private static SearchCursor startOf(MailboxName folder) {
        return new SearchCursor(folder, new UidValidity(0), SearchPosition.START, Long.MAX_VALUE);
    }

    private Found in(MailboxName folder, OpenMailbox mailbox, @Nullable SearchCursor start, int before) {
        List<MessageSummary> rows = new ArrayList<>();
        SearchPosition position = start == null ? SearchPosition.START : start.position();
        long after = start == null ? Long.MAX_VALUE : start.after();
        while (true) {
            SearchedBlock block = block(folder, mailbox, position, after != Long.MAX_VALUE);
            if (start != null
                    && !start.position().isStart()
                    && !start.uidValidity().equals(block.uidValidity())) {
                throw new Gone(Gone.Kind.UID_VALIDITY, "changed");
            }
            List<MessageRef> found = refs(folder, block, after);
            List<MessageRef> wanted = found.subList(0, Math.min(found.size(), size - before - rows.size()));
            rows.addAll(mailbox.messages(wanted));
            if (wanted.size() < found.size()) {
                blocks.put(new FoundBlocks.Key(session, criterion, folder, position), block);
                long last = wanted.isEmpty()
                        ? after
                        : wanted.get(wanted.size() - 1).uid().value();
                return new Found(rows, next(folder, block, position, last), block.total());
            }
            if (block.next().isEmpty()) {
                return new Found(rows, Optional.empty(), block.total());
            }
            position = block.next().get();
            after = Long.MAX_VALUE;
            if (isEnough(before + rows.size())) {
                return new Found(rows, next(folder, block, position, after), block.total());
            }
        }
    }

    private SearchedBlock block(MailboxName folder, OpenMailbox mailbox, SearchPosition position, boolean again) {
        Optional<SearchedBlock> known =
                again ? blocks.get(new FoundBlocks.Key(session, criterion, folder, position)) : Optional.empty();
        return known.orElseGet(() -> mailbox.search(criterion, position, BLOCK));
    }

    private static Optional<SearchCursor> next(
            MailboxName folder, SearchedBlock block, SearchPosition position, long after) {
        return Optional.of(new SearchCursor(folder, block.uidValidity(), position, after));
    }

    private static List<MessageRef> refs(MailboxName folder, SearchedBlock block, long after) {
        List<MessageRef> refs = new ArrayList<>();
        for (Uid uid : block.found()) {
            if (uid.value() < after) {
                refs.add(new MessageRef(folder, block.uidValidity(), uid));
            }
        }
        return refs;
    }

    private boolean isEnough(int rows) {
        long took = System.nanoTime() - begun;
        return rows >= size || took > LONG || rows > 0 && took > ENOUGH;
    }
}
