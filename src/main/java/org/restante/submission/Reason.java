package org.restante.submission;

/** Why something was not sent, or not filed. */
public enum Reason {
    /** Nothing is wrong. */
    NONE,
    /** There is no such recipient. */
    NO_SUCH_RECIPIENT,
    /** The recipient's mailbox is full. */
    MAILBOX_FULL,
    /** The message is too large. */
    TOO_LARGE,
    /** The server does not let this message pass, such as for what it takes for spam. */
    NOT_ALLOWED,
    /** The server does not take addresses beyond ASCII. */
    INTERNATIONAL,
    /** The server does not accept the password any more. */
    PASSWORD,
    /** The server cannot be reached, or does not answer in time. */
    UNREACHABLE,
    /** The server's certificate is not trusted. */
    CERTIFICATE,
    /** The server lacks what is required of it, such as STARTTLS. */
    CAPABILITY,
    /** No server for sending is configured. */
    NO_SERVER,
    /** The server refuses for now. */
    NOT_NOW,
    /** The copy could not be put into the folder of sent mail. */
    COPY,
    /** It was found long after its time, such as when nothing ran for days: the person is asked before it goes. */
    LATE,
    /** The server takes no message with such octets (RFC 6152). */
    EIGHT_BIT,
    /** Nothing any more: the person has seen to it. */
    CLOSED,
    /** For a reason of its own. */
    OTHER
}
