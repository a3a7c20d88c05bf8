package org.restante.login;

import java.time.Duration;
import java.util.Optional;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailFailure.Network;
import org.restante.web.Texts;
import org.springframework.http.HttpStatus;

/** Why somebody is not signed in, by the name of the text that tells them. */
final class SignInRefused extends RuntimeException {

    /** The part of the form that is to be mended. */
    enum Field {
        USERNAME,
        PASSWORD,
        NONE
    }

    private final HttpStatus status;
    private final Field field;
    private final String text;
    private final Duration wait;

    private SignInRefused(HttpStatus status, Field field, String text, Duration wait, Throwable cause) {
        super(text, cause);
        this.text = text;
        this.status = status;
        this.field = field;
        this.wait = wait;
    }

    static SignInRefused form(Field field, String text) {
        return new SignInRefused(HttpStatus.BAD_REQUEST, field, text, null, null);
    }

    static SignInRefused wrongCredentials(Throwable cause) {
        return new SignInRefused(HttpStatus.UNAUTHORIZED, Field.PASSWORD, "login.error.wrong", null, cause);
    }

    static SignInRefused throttled(Duration wait) {
        return new SignInRefused(HttpStatus.TOO_MANY_REQUESTS, Field.NONE, "login.error.throttled", wait, null);
    }

    static SignInRefused because(MailFailure failure) {
        if (failure instanceof MailFailure.Authentication) {
            return wrongCredentials(failure);
        } else if (failure instanceof MailFailure.Certificate) {
            return server(HttpStatus.BAD_GATEWAY, "login.error.certificate", failure);
        } else if (failure instanceof MailFailure.Capability) {
            return server(HttpStatus.BAD_GATEWAY, "login.error.capability", failure);
        } else if (failure instanceof Network network) {
            return network.kind() == Network.Kind.TIMED_OUT
                    ? server(HttpStatus.GATEWAY_TIMEOUT, "login.error.timedOut", failure)
                    : server(HttpStatus.BAD_GATEWAY, "login.error.unreachable", failure);
        }
        return server(HttpStatus.SERVICE_UNAVAILABLE, "login.error.unavailable", failure);
    }

    private static SignInRefused server(HttpStatus status, String text, MailFailure failure) {
        return new SignInRefused(status, Field.NONE, text, null, failure);
    }

    String words(Texts texts) {
        return texts.get(text, wait == null ? 0 : wait.toMinutes() + 1);
    }

    HttpStatus status() {
        return status;
    }

    Field field() {
        return field;
    }

    /** Returns how long to wait before trying again, where that is known. */
    Optional<Duration> retryAfter() {
        return Optional.ofNullable(wait);
    }
}
