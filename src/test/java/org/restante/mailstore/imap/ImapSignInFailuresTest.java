package org.restante.mailstore.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailFailure.Refused;
import org.restante.mailstore.MailStore;
import org.restante.testing.ScriptedServer;

/** A server that lets nobody in, each time for a reason with a name of its own. */
class ImapSignInFailuresTest extends FailureTests {

    @Test
    void the_password_is_wrong() throws IOException {
        assertSignIn("NO [AUTHENTICATIONFAILED] no", MailFailure.Authentication.class);
    }

    @Test
    void the_password_is_wrong_and_the_server_gives_no_code() throws IOException {
        assertSignIn("NO Login failed.", MailFailure.Authentication.class);
    }

    @Test
    void an_invalid_response_code_does_not_hide_that_the_password_is_wrong() throws IOException {
        assertSignIn("NO [Error=\"LogonDenied\"] AUTHENTICATE failed.", MailFailure.Authentication.class);
    }

    @Test
    void the_server_refuses_for_now() throws IOException {
        for (String answer : List.of(
                "NO [UNAVAILABLE] Temporary authentication failure.",
                "NO [LIMIT] Too many connections",
                "NO [IN-USE] Maximum number of connections from user+IP exceeded",
                "NO Too many simultaneous connections. (Failure)")) {
            assertRefused(Refused.Kind.UNAVAILABLE, signInAnswered(answer));
        }
    }

    @Test
    void the_server_greets_with_bye() throws IOException {
        try (var server = ScriptedServer.playing(script -> script.line("* BYE too many connections"))) {
            assertRefused(Refused.Kind.UNAVAILABLE, failure(store(server)::authenticate));
        }
    }

    @Test
    void a_credential_that_was_refused_is_not_sent_again_and_again() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.line("* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] hello").expect("AUTHENTICATE");
            script.line("%t NO [AUTHENTICATIONFAILED] no").hold();
        })) {
            MailStore store = store(server);
            for (int i = 0; i < 5; i++) {
                assertThat(failure(store::mailboxes)).isInstanceOf(MailFailure.Authentication.class);
            }
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    private MailFailure signInAnswered(String answer) throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.line("* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] hello").expect("AUTHENTICATE");
            script.line("%t " + answer).hold();
        })) {
            return failure(store(server)::authenticate);
        }
    }

    private void assertSignIn(String answer, Class<? extends MailFailure> failure) throws IOException {
        assertThat(signInAnswered(answer)).isInstanceOf(failure);
    }
}
