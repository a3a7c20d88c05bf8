package org.restante.mailstore;

import java.util.List;

/** Tells which messages of one open mailbox belong together. All methods throw {@link MailFailure}. */
public interface MessageThreading {

    /** So many messages are put together where the server does not do it. */
    int MOST = 20_000;

    /** Returns which messages belong together (RFC 5256 §3, REFERENCES). */
    Conversations conversations();

    /** Returns what tells of the newest messages with which others they belong together, in any order. */
    List<ThreadedMessage> threaded(int most);
}
