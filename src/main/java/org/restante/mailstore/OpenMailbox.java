package org.restante.mailstore;

/** One mailbox, lent for one unit of work on one connection. */
public interface OpenMailbox
        extends MessageReading, MessageFlagging, MessageMoving, MessagePurging, MessageSearching, MessageThreading {}
