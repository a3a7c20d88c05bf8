package org.restante.security;

import java.io.IOException;

/** Where Restante does not go, or what it does not take from there. */
public final class EgressRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    public EgressRefusedException(String message) {
        super(message);
    }
}
