package org.restante.mailstore.imap;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.Uid;
import org.restante.mailstore.UidValidity;
import org.restante.mime.DateField;

/**
 * Collects what FETCH answers say of messages (RFC 9051 §7.5.2); several answers may speak of the same message. Of commands sent in one
 * write a server may carry out a FETCH first, and say only then that the message is expunged.
 */
final class Fetched {

    /** What a summary is made of. */
    static final String SUMMARY = "(UID FLAGS INTERNALDATE RFC822.SIZE ENVELOPE BODYSTRUCTURE)";

    private final TreeMap<Long, Map<String, Value>> rows = new TreeMap<>();
    private final List<Map<String, Value>> expunged = new ArrayList<>();

    /** Learns from a FETCH or EXPUNGE answer, and passes over all others. */
    void take(Answer answer) {
        if (answer.is("EXPUNGE")) {
            expunge(answer.number());
        } else if (answer.is("FETCH") && answer.number() > 0) {
            fetch(answer);
        }
    }

    private void expunge(long number) {
        Optional.ofNullable(rows.remove(number)).ifPresent(expunged::add);
        for (long above : List.copyOf(rows.tailMap(number).keySet())) {
            rows.put(above - 1, rows.remove(above));
        }
    }

    private void fetch(Answer answer) {
        Map<String, Value> row = rows.computeIfAbsent(answer.number(), number -> new HashMap<>());
        List<Value> items = answer.at(0).list();
        for (int i = 0; i + 1 < items.size(); i += 2) {
            row.put(items.get(i).string().toUpperCase(Locale.ROOT), items.get(i + 1));
        }
    }

    /** Returns whether an answer tells of flags and nothing else, as a server does unasked where another client set them. */
    static boolean isOfFlagsAlone(Answer answer) {
        Set<String> names = new HashSet<>();
        List<Value> items = answer.at(0).list();
        for (int i = 0; i + 1 < items.size(); i += 2) {
            names.add(items.get(i).string().toUpperCase(Locale.ROOT));
        }
        return names.contains("FLAGS") && Set.of("FLAGS", "UID", "MODSEQ").containsAll(names);
    }

    /** Returns the messages that are there and of which a whole summary came, the highest sequence number first. */
    List<MessageSummary> summaries(MailboxName mailbox, UidValidity uidValidity) {
        return rows.descendingMap().values().stream()
                .filter(row -> row.containsKey("ENVELOPE") && uid(row).isPresent())
                .map(row -> summary(row, new MessageRef(mailbox, uidValidity, uid(row).orElseThrow())))
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
        rows.values().forEach(row -> uid(row).ifPresent(uids::add));
        return uids;
    }

    /**
     * Returns what a message has under an item's name, such as {@code BODY[1]<0>} without the origin, though it be expunged by now; empty where
     * the item did not come.
     */
    Optional<Value> item(Uid wanted, String name) {
        return Stream.concat(rows.values().stream(), expunged.stream())
                .filter(row -> uid(row).filter(wanted::equals).isPresent())
                .flatMap(row -> row.entrySet().stream())
                .filter(item -> item.getKey().replaceFirst("<\\d+>$", "").equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Optional<Uid> uid(Map<String, Value> row) {
        long number = row.getOrDefault("UID", Value.NIL).number();
        return number < 1 || number > 0xFFFF_FFFFL ? Optional.empty() : Optional.of(new Uid(number));
    }

    private static MessageSummary summary(Map<String, Value> row, MessageRef ref) {
        Instant received = DateField.parse(
                        row.getOrDefault("INTERNALDATE", Value.NIL).string())
                .map(OffsetDateTime::toInstant)
                .orElse(Instant.EPOCH);
        return new MessageSummary(
                ref,
                flags(row.getOrDefault("FLAGS", Value.NIL)),
                EnvelopeReader.read(row.get("ENVELOPE")),
                received,
                row.getOrDefault("RFC822.SIZE", Value.NIL).number(),
                StructureReader.read(row.getOrDefault("BODYSTRUCTURE", Value.NIL)));
    }

    private static Set<Flag> flags(Value list) {
        Set<Flag> flags = new HashSet<>();
        for (Value each : list.list()) {
            try {
                flags.add(new Flag(each.string()));
            } catch (IllegalArgumentException e) {
                // A flag that cannot be named cannot be shown or set either.
            }
        }
        return Set.copyOf(flags);
    }
}
