package org.restante.mailstore.imap;

import java.util.List;
import org.restante.mailstore.Mailbox;

/**
 * Asks for the account's mailboxes and their counts: at once where the server can (RFC 5819 LIST-STATUS), else by LIST, and then STATUS
 * for each.
 */
final class TreeQuery {

    private static final int STATUS_AT_ONCE = 200;

    private final ImapConnection connection;
    private Listing listing = new Listing();
    private Listing outdated = new Listing();
    private boolean countsAsked;

    TreeQuery(ImapConnection connection) {
        this.connection = connection;
    }

    /** Returns the command that asks for the list. */
    Command list() {
        countsAsked = connection.listsStatus();
        if (!countsAsked) {
            return plainList();
        }
        String use = connection.has("SPECIAL-USE") ? "SPECIAL-USE " : "";
        return plainList().atom("RETURN (" + use + "STATUS (MESSAGES UNSEEN))");
    }

    private static Command plainList() {
        return Command.of("LIST \"\" \"*\"");
    }

    /** Learns from an answer, of any kind. */
    void take(Answer answer) {
        listing.take(answer);
    }

    /** Takes the tagged answer to {@link #list()}; where the server announces what it then does not do, asks again more simply. */
    void finish(Answer tagged) {
        if (countsAsked && (!tagged.is("OK") || listing.isEmpty())) {
            countsAsked = false;
            listing = new Listing();
            connection.demand(plainList(), this::take);
            connection.distrustListStatus();
        } else {
            ImapConnection.checkOk(tagged);
        }
    }

    /**
     * Returns the commands that ask for the counts which the list did not bring.
     *
     * @param outdated whether the selected mailbox has changed since the list was asked for
     */
    List<Command> counts(boolean outdated) {
        if (countsAsked) {
            return outdated ? List.of(again()) : List.of();
        }
        return listing.all().stream()
                .filter(Listing.Listed::isSelectable)
                .limit(STATUS_AT_ONCE)
                .map(each -> Command.of("STATUS").octets(each.raw()).atom("(MESSAGES UNSEEN)"))
                .toList();
    }

    private Command again() {
        outdated = listing;
        listing = new Listing();
        return list();
    }

    List<Mailbox> mailboxes() {
        return (listing.isEmpty() ? outdated : listing).mailboxes();
    }
}
