package org.restante.mailstore.local;

import org.restante.mailstore.pop3.MaildropBusyException;

/** The maildrop cannot be opened now: another client or replica has it, or the server wants more time between two looks. */
final class NotNowException extends Exception {

    NotNowException(String message) {
        super(message);
    }

    NotNowException(MaildropBusyException cause) {
        super(cause.getMessage(), cause);
    }

    /** Returns whether the server asks for more time between two looks. */
    boolean isLoginDelay() {
        return getCause() instanceof MaildropBusyException busy
                && busy.kind() == MaildropBusyException.Kind.LOGIN_DELAY;
    }
}
