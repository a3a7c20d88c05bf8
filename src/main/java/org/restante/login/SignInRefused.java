package org.restante.login;

import java.time.Duration;
import java.util.Optional;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailFailure.Network;
import org.springframework.http.HttpStatus;

/** Why somebody is not signed in, in words for them. */
final class SignInRefused extends RuntimeException {

    /** The part of the form that is to be mended. */
    enum Field {
        USERNAME,
        PASSWORD,
        NONE
    }

    private final HttpStatus status;
    private final Field field;
    private final Duration wait;

    private SignInRefused(HttpStatus status, Field field, String words, Duration wait, Throwable cause) {
        super(words, cause);
        this.status = status;
        this.field = field;
        this.wait = wait;
    }

    static SignInRefused form(Field field, String words) {
        return new SignInRefused(HttpStatus.BAD_REQUEST, field, words, null, null);
    }

    static SignInRefused wrongCredentials(Throwable cause) {
        return new SignInRefused(
                HttpStatus.UNAUTHORIZED,
                Field.PASSWORD,
                "The mail server does not accept this name and password.",
                null,
                cause);
    }

    static SignInRefused throttled(Duration wait) {
        long minutes = wait.toMinutes() + 1;
        String words = "Too many sign-ins failed. Please wait %s and try again."
                .formatted(minutes == 1 ? "a minute" : minutes + " minutes");
        return new SignInRefused(HttpStatus.TOO_MANY_REQUESTS, Field.NONE, words, wait, null);
    }

    static SignInRefused because(MailFailure failure) {
        if (failure instanceof MailFailure.Authentication) {
            return wrongCredentials(failure);
        } else if (failure instanceof MailFailure.Certificate) {
            return server(
                    HttpStatus.BAD_GATEWAY,
                    "The mail server's certificate is not trusted, so your password was not sent to it.",
                    failure);
        } else if (failure instanceof MailFailure.Capability) {
            return server(
                    HttpStatus.BAD_GATEWAY,
                    "The mail server does not offer what is required of it, such as a private connection.",
                    failure);
        } else if (failure instanceof Network network) {
            return network.kind() == Network.Kind.TIMED_OUT
                    ? server(HttpStatus.GATEWAY_TIMEOUT, "The mail server did not answer in time.", failure)
                    : server(HttpStatus.BAD_GATEWAY, "The mail server cannot be reached.", failure);
        }
        return server(HttpStatus.SERVICE_UNAVAILABLE, "The mail server refuses sign-ins for now.", failure);
    }

    private static SignInRefused server(HttpStatus status, String what, MailFailure failure) {
        String words = what + " Your password may be right: please try again later.";
        return new SignInRefused(status, Field.NONE, words, null, failure);
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
