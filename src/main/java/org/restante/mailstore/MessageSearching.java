package org.restante.mailstore;

import java.util.List;

/** Searches one open mailbox, the newest messages first. All methods throw {@link MailFailure}. */
public interface MessageSearching {

    /**
     * Searches some messages.
     *
     * @param from where to begin
     * @param most how many messages are looked at
     */
    SearchedBlock search(Criterion criterion, SearchPosition from, int most);

    /**
     * Returns those of the messages that are there, in that order.
     *
     * @param refs of this mailbox, at most 500
     * @throws MailFailure.Gone where the UIDVALIDITY has changed
     */
    List<MessageSummary> messages(List<MessageRef> refs);
}
