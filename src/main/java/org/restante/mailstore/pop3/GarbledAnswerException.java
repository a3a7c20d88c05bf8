package org.restante.mailstore.pop3;

import java.io.IOException;

/** The server's answer cannot be understood, or goes beyond all bounds. */
final class GarbledAnswerException extends IOException {

    GarbledAnswerException(String message) {
        super(message);
    }
}
