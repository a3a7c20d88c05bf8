package org.restante.mailstore.imap;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.restante.mailstore.Mailbox;
import org.restante.mailstore.MailboxName;

/**
 * Asks for the account's mailboxes and their counts: at once where the server can (RFC 5819 LIST-STATUS); else by LIST and STATUS for
 * each, in one write for those that were there the last time.
 */
final class TreeQuery {

    private static final int STATUS_AT_ONCE = 200;

    private final ImapConnection connection;
    private Listing listing = new Listing();
    private boolean countsAsked;
    private final Set<MailboxName> asked = new HashSet<>();

    TreeQuery(ImapConnection connection) {
        this.connection = connection;
    }

    /** Asks for nothing else, and returns the mailboxes. */
    List<Mailbox> ask() {
        var changes = new Changes(connection);
        List<Command> commands = commands();
        commands.addAll(changes.commands());
        finish(connection
                .exchange(commands, answer -> {
                    take(answer);
                    changes.take(answer);
                })
                .get(0));
        List<Command> more = more(changes.areThere());
        if (!more.isEmpty()) {
            connection.exchange(more, this::take);
        }
        return mailboxes();
    }

    /** What other clients did to the selected mailbox, if one is: by then the counts that came are outdated. */
    private record Changes(ImapConnection connection, long before, Fetched fetched) {

        Changes(ImapConnection connection) {
            this(connection, connection.exists(), new Fetched());
            fetched.asking(Span.NONE);
        }

        List<Command> commands() {
            return before < 0 ? List.of() : List.of(Command.of("NOOP"));
        }

        void take(Answer answer) {
            fetched.take(answer);
        }

        boolean areThere() {
            return fetched.hasNews() || connection.exists() != before;
        }
    }

    /** Returns the commands to say first; the answer to the first of them is the one that {@link #finish} takes. */
    List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        countsAsked = connection.listsStatus();
        if (countsAsked) {
            String use = connection.has("SPECIAL-USE") ? "SPECIAL-USE " : "";
            commands.add(plainList().atom("RETURN (" + use + "STATUS (MESSAGES UNSEEN))"));
        } else {
            commands.add(plainList());
            connection.listedBefore().forEach(each -> {
                commands.add(status(each));
                asked.add(each.name());
            });
        }
        return commands;
    }

    private static Command plainList() {
        return Command.of("LIST \"\" \"*\"");
    }

    private static Command status(Listing.Listed listed) {
        return Command.of("STATUS").octets(listed.raw()).atom("(MESSAGES UNSEEN)");
    }

    private static Stream<Listing.Listed> countable(Stream<Listing.Listed> listed) {
        return listed.filter(Listing.Listed::isSelectable).limit(STATUS_AT_ONCE);
    }

    /** Learns from an answer, of any kind. */
    void take(Answer answer) {
        listing.take(answer);
    }

    /** Takes the tagged answer to the list; where the server announces what it then does not do, asks again more simply. */
    void finish(Answer tagged) {
        if (countsAsked && (!tagged.is("OK") || listing.isEmpty())) {
            countsAsked = false;
            listing = new Listing();
            connection.demand(plainList(), this::take);
            connection.distrustListStatus();
        } else {
            ImapConnection.checkOk(tagged);
        }
        if (!countsAsked) {
            connection.remember(countable(listing.all().stream()).toList());
        }
    }

    /**
     * Returns the commands that ask for the counts which have not come.
     *
     * @param outdated whether the selected mailbox has changed since: then its counts are older
     */
    List<Command> more(boolean outdated) {
        return countable(listing.all().stream())
                .filter(each ->
                        outdated && connection.hasSelected(each.name()) || !countsAsked && !asked.contains(each.name()))
                .map(TreeQuery::status)
                .toList();
    }

    List<Mailbox> mailboxes() {
        return listing.mailboxes();
    }
}
