package org.restante.mailstore.imap;

import java.io.IOException;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailFailure.Network;

/** The server said BYE (RFC 9051 §7.1.5) when it was not asked to. */
final class ByeException extends IOException {

    private final transient Answer bye;

    ByeException(Answer bye) {
        super("BYE " + bye.code() + " " + bye.text());
        this.bye = bye;
    }

    /** Returns what that means: a reason of the server's own, else only a connection that ended. */
    MailFailure failure() {
        return Refusals.isPassing(bye)
                ? Refusals.unavailable(bye)
                : new Network(Network.Kind.BROKEN, "the server said BYE", this);
    }
}
