package org.restante.mailstore.imap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.Uid;
import org.restante.mailstore.UidValidity;

/**
 * Collects what FETCH answers say of messages (RFC 9051 §7.5.2); several answers may speak of the same message. Of commands sent in one
 * write a server may carry out a FETCH first, and say only then what other clients did meanwhile: that a message is expunged, or has
 * other flags.
 */
final class Fetched {

    /** What a summary is made of. */
    static final String SUMMARY = "(UID FLAGS INTERNALDATE RFC822.SIZE ENVELOPE BODYSTRUCTURE)";

    /** What may change of it, and whose it is. */
    static final String FLAGS = "(UID FLAGS)";

    private final TreeMap<Long, FetchedRow> rows = new TreeMap<>();
    private final List<FetchedRow> expunged = new ArrayList<>();
    private Span asked = new Span(1, Long.MAX_VALUE);
    private boolean news;
    private boolean renumbered;

    /** Says of which sequence numbers the flags are asked for: what is told of those of others is news. */
    void asking(Span span) {
        asked = span;
    }

    /** Learns from a FETCH or EXPUNGE answer, and passes over all others. */
    void take(Answer answer) {
        if (answer.is("FETCH") && answer.number() > 0) {
            FetchedRow row = rows.computeIfAbsent(answer.number(), number -> new FetchedRow());
            boolean unasked = row.hasFlags() || !asked.contains(answer.number());
            news |= row.take(answer.at(0).list()) && unasked;
        } else if (answer.is("EXPUNGE")) {
            expunge(answer.number());
        }
    }

    private void expunge(long number) {
        news = true;
        renumbered = true;
        Optional.ofNullable(rows.remove(number)).ifPresent(expunged::add);
        for (long above : List.copyOf(rows.tailMap(number).keySet())) {
            rows.put(above - 1, rows.remove(above));
        }
    }

    /** Returns whether the server told of what other clients did, beside what it was asked. */
    boolean hasNews() {
        return news;
    }

    /** Like {@link #hasNews()}, where only one message was asked for. */
    boolean hasNewsBeside(Uid wanted) {
        return news
                || rows.values().stream()
                        .anyMatch(row -> row.hasFlags()
                                && row.uid().filter(wanted::equals).isEmpty());
    }

    /** Where messages were expunged, forgets all rows, whose numbers may be the old or the new ones; returns whether it did. */
    boolean forgetIfRenumbered() {
        boolean was = renumbered;
        if (was) {
            rows.clear();
            renumbered = false;
        }
        return was;
    }

    /** Returns what was said of the message with a sequence number, as it is now. */
    Optional<FetchedRow> row(long number) {
        return Optional.ofNullable(rows.get(number));
    }

    /** Returns the sequence number that a message has now, if it was spoken of and is there. */
    Optional<Long> number(Uid wanted) {
        return rows.entrySet().stream()
                .filter(row -> row.getValue().uid().filter(wanted::equals).isPresent())
                .map(row -> row.getKey())
                .findFirst();
    }

    /** Returns the messages that are there and of which a whole summary came, the highest sequence number first. */
    List<MessageSummary> summaries(MailboxName mailbox, UidValidity uidValidity) {
        return rows.descendingMap().values().stream()
                .filter(row -> row.isWhole() && row.uid().isPresent())
                .map(row -> row.row()
                        .with(new MessageRef(mailbox, uidValidity, row.uid().orElseThrow()), row.flags()))
                .toList();
    }

    /** Returns the UID that an answer of any kind tells, if it does. */
    static Set<Uid> uids(Answer answer) {
        var fetched = new Fetched();
        fetched.take(answer);
        return fetched.uids();
    }

    /** Returns the UIDs of all messages that were spoken of and are there. */
    Set<Uid> uids() {
        Set<Uid> uids = new HashSet<>();
        rows.values().forEach(row -> row.uid().ifPresent(uids::add));
        return uids;
    }

    /** Returns all that was said of messages that are there. */
    Collection<FetchedRow> rows() {
        return rows.values();
    }

    /** Returns what was said of a message, if it is there. */
    Optional<FetchedRow> there(Uid wanted) {
        return rows.values().stream()
                .filter(row -> row.uid().filter(wanted::equals).isPresent())
                .findFirst();
    }

    /**
     * Returns what a message has under an item's name, such as {@code BODY[1]<0>} without the origin, though it be expunged by now; empty where
     * the item did not come.
     */
    Optional<Value> item(Uid wanted, String name) {
        return Stream.concat(rows.values().stream(), expunged.stream())
                .filter(row -> row.uid().filter(wanted::equals).isPresent())
                .flatMap(row -> row.item(name).stream())
                .findFirst();
    }
}
