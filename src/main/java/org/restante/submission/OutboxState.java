package org.restante.submission;

/** How far a message in the outbox is. */
public enum OutboxState {
    /** It goes out when its time has come; until then it can be taken back. */
    WAITING,
    /** The person took it back before any server had it: it is a draft again, under another id. */
    CANCELLED,
    /** Somebody is handing it over; the server has not seen the end of it. */
    CLAIMED,
    /** The final dot may have been sent. */
    TRANSMITTING,
    /** The final dot may have been sent, and nobody knows what the server answered: only the person may send it again. */
    UNCERTAIN,
    /** The server has taken it; the copy is still to be filed. */
    SENT,
    /** The copy is among the sent mail; flags and draft are still to be seen to. */
    FILED,
    /** All is done. */
    DONE,
    /** The server did not take it; the draft is kept. */
    REFUSED
}
