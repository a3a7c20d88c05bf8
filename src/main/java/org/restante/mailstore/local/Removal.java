package org.restante.mailstore.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.restante.mailstore.MailFailure.Gone;
import org.restante.mailstore.MailFailure.Refused;
import org.restante.mailstore.MaildropPolicy.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes from a maildrop what its policy says: what was purged here, and what lies here for good. Each message is marked in the maildrop
 * only when the database has said that it has it; the marks count when the session is left by QUIT (RFC 1939 §6), and are taken back on any
 * doubt.
 */
final class Removal {

    private static final Logger log = LoggerFactory.getLogger(Removal.class);
    private static final int PORTION = 50;

    private final DropTable drops;
    private final RemovalTable table;
    private final ContentCache contents;
    private final Room room;
    private final Duration undo;

    Removal(DropTable drops, RemovalTable table, ContentCache contents, Room room, Duration undo) {
        this.drops = drops;
        this.table = table;
        this.contents = contents;
        this.room = room;
        this.undo = undo;
    }

    /** Returns whether something is to be done in this session, in which the maildrop was read. */
    boolean isDue(MaildropSession session) {
        Drop drop = session.drop();
        return session.namesMessages()
                && drops.holds(drop)
                && (table.hasWaiting(drop, undo)
                        || !onServer(session, table.doomed(drop)).isEmpty()
                        || !due(drop, 0).isEmpty());
    }

    /**
     * Does it, a message after the other.
     *
     * @param goesOn asked before each message
     */
    void run(MaildropSession session, BooleanSupplier goesOn) {
        if (!session.namesMessages() || !drops.holds(session.drop())) {
            return;
        }
        try {
            table.settle(session.drop(), undo, session::renew);
            for (String name : onServer(session, table.doomed(session.drop()))) {
                if (!goesOn.getAsBoolean()) {
                    return;
                }
                session.delete(name);
            }
            removeStored(session, goesOn);
        } catch (Refused e) {
            session.takeBack();
            throw e;
        }
    }

    private static Set<String> onServer(MaildropSession session, List<String> names) {
        Set<String> there = new HashSet<>(names);
        there.removeIf(name -> !session.mayDelete(name));
        return there;
    }

    private List<MessageRow> due(Drop drop, long after) {
        return drop.policy().removesStored()
                ? table.due(
                        drop, drop.policy().kind() == Kind.DAYS ? drop.policy().days() : 0, after, PORTION)
                : List.of();
    }

    private void removeStored(MaildropSession session, BooleanSupplier goesOn) {
        long after = 0;
        long left = room.left(session.drop());
        List<MessageRow> portion = due(session.drop(), after);
        while (!portion.isEmpty()) {
            List<MessageRow> known = new ArrayList<>();
            for (MessageRow row : portion) {
                after = row.id();
                if (!goesOn.getAsBoolean()) {
                    return;
                }
                if (!session.mayDelete(row.uidl())) {
                    continue;
                }
                if (row.kept()) {
                    known.add(row);
                } else if (row.size() <= left && store(session, row)) {
                    left -= row.size();
                    session.delete(row.uidl());
                }
            }
            removeKnown(session, known);
            portion = drops.holds(session.drop()) ? due(session.drop(), after) : List.of();
        }
    }

    /** What cannot be fetched stays where it is, and does not keep others from being removed. */
    private boolean store(MaildropSession session, MessageRow row) {
        try {
            contents.keep(session, row);
            return true;
        } catch (Gone e) {
            return false;
        } catch (Refused e) {
            if (e.kind() == Refused.Kind.BUSY) {
                throw e;
            }
            log.debug("A message stays in its maildrop, which does not give it", e);
            return false;
        }
    }

    /** A server may give a name anew once its message is gone (RFC 1939 §7): what was stored in another session is looked at again. */
    private static void removeKnown(MaildropSession session, List<MessageRow> known) {
        Set<String> same = session.unchanged(known);
        known.stream().map(MessageRow::uidl).filter(same::contains).forEach(session::delete);
        if (same.size() < known.size()) {
            log.warn("{} messages stay in a maildrop: others are stored under their names", known.size() - same.size());
        }
    }
}
