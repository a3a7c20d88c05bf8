package org.restante.mailstore.local;

import org.restante.mailstore.MailFailure.Refused;
import org.restante.mailstore.pop3.MaildropBusyException;

/** The maildrop cannot be opened now: another client or replica has it, or the server wants more time between two looks. */
final class NotNowException extends Exception {

    private final Refused.Kind kind;

    NotNowException(Refused.Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    NotNowException(MaildropBusyException cause) {
        super(cause.getMessage(), cause);
        kind = switch (cause.kind()) {
            case IN_USE -> Refused.Kind.IN_USE;
            case LOGIN_DELAY -> Refused.Kind.TOO_SOON;
            case TROUBLE -> Refused.Kind.UNAVAILABLE;
        };
    }

    /** Returns why it cannot. */
    Refused.Kind kind() {
        return kind;
    }

    /** Returns what a person is told where nothing else can be shown. */
    Refused refusal() {
        return new Refused(kind, getMessage());
    }
}
