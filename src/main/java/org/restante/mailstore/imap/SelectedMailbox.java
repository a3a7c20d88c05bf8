package org.restante.mailstore.imap;

import java.nio.charset.StandardCharsets;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.UidValidity;

/** What is known of the mailbox that a connection has selected (RFC 9051 §6.3.2), kept up to date by what the server says. */
final class SelectedMailbox {

    private final MailboxName name;
    private long exists;
    private UidValidity uidValidity = new UidValidity(0);
    private boolean readOnly;
    private boolean changed;

    SelectedMailbox(MailboxName name) {
        this.name = name;
    }

    /** Learns from an answer, of any kind. */
    void take(Answer answer) {
        switch (answer.name()) {
            case "EXISTS" -> {
                exists = Math.min(Math.max(0, answer.number()), 0xFFFF_FFFFL);
                changed = true;
            }
            case "EXPUNGE" -> {
                exists -= answer.number() > 0 && answer.number() <= exists ? 1 : 0;
                changed = true;
            }
            case "FETCH" -> changed |= Fetched.isOfFlagsAlone(answer);
            default -> takeCode(answer);
        }
    }

    /** Learns from the response code of a status answer. */
    void takeCode(Answer answer) {
        switch (answer.codeName()) {
            case "UIDVALIDITY" -> {
                long value = Value.text(answer.codeArgument().getBytes(StandardCharsets.ISO_8859_1))
                        .number();
                uidValidity = new UidValidity(Math.min(value, 0xFFFF_FFFFL));
            }
            case "READ-ONLY" -> readOnly = true;
            case "READ-WRITE" -> readOnly = false;
            default -> {
                // Nothing that matters here.
            }
        }
    }

    MailboxName name() {
        return name;
    }

    /** Returns the number of messages in it. */
    long exists() {
        return exists;
    }

    UidValidity uidValidity() {
        return uidValidity;
    }

    /**
     * Returns whether the server has told of a change since this was asked last. A server may look for changes only after it has carried out
     * all commands of one write (Dovecot does): then what it said of the selected mailbox in answer to them, counts included, is older.
     */
    boolean pollChanged() {
        boolean told = changed;
        changed = false;
        return told;
    }

    boolean isReadOnly() {
        return readOnly;
    }
}
