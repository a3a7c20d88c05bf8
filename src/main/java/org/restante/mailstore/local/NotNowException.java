package org.restante.mailstore.local;

/** The maildrop cannot be opened now: another client or replica has it, or the server wants more time between two looks. */
final class NotNowException extends Exception {

    NotNowException(String message) {
        super(message);
    }

    NotNowException(Exception cause) {
        super(cause.getMessage(), cause);
    }
}
