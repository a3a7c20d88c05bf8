package org.restante.mailstore.imap;

import java.io.IOException;

/** The server's answer cannot be understood or goes beyond all bounds; the connection is of no use after it. */
final class GarbledAnswerException extends IOException {

    GarbledAnswerException(String message) {
        super(message);
    }
}
