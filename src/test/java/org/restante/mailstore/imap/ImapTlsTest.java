package org.restante.mailstore.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.restante.mailstore.Endpoint.Security;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailServer;
import org.restante.mailstore.Mailbox;
import org.restante.testing.ScriptedServer;
import org.restante.testing.TestCertificate;

/** A connection that cannot be made private is none. */
class ImapTlsTest extends FailureTests {

    private static final TestCertificate CERTIFICATE = TestCertificate.forLoopback();

    @Test
    void the_certificate_is_not_trusted() throws IOException {
        try (var server = tls(CERTIFICATE)) {
            var unknown = Stores.server("localhost", server.port(), Security.TLS, Optional.empty());

            assertThat(failure(store(unknown)::authenticate)).isInstanceOf(MailFailure.Certificate.class);
        }
    }

    @Test
    void the_certificate_names_another_host() throws IOException {
        TestCertificate elsewhere = TestCertificate.forNames("DNS:elsewhere.example");
        try (var server = tls(elsewhere)) {
            var named = Stores.server("localhost", server.port(), Security.TLS, Optional.of(elsewhere.certificate()));

            assertThat(failure(store(named)::authenticate)).isInstanceOf(MailFailure.Certificate.class);
        }
    }

    @Test
    void the_certificate_is_out_of_date() throws IOException {
        for (TestCertificate old :
                List.of(TestCertificate.expired(), TestCertificate.expiredBySubordinateAuthority())) {
            try (var server = tls(old)) {
                var trusting = Stores.server("localhost", server.port(), Security.TLS, Optional.of(old.certificate()));

                assertThat(failure(store(trusting)::authenticate)).isInstanceOf(MailFailure.Certificate.class);
                assertThat(server.received()).isEmpty();
            }
        }
    }

    @Test
    void a_certificate_by_an_authority_below_the_one_given_is_trusted_and_by_another_root_is_not() throws IOException {
        TestCertificate chained = TestCertificate.bySubordinateAuthority();
        TestCertificate otherRoot = TestCertificate.bySubordinateAuthority();
        try (var server = tls(chained)) {
            store(Stores.server("localhost", server.port(), Security.TLS, Optional.of(chained.certificate())))
                    .authenticate();
            var wrong = Stores.server("localhost", server.port(), Security.TLS, Optional.of(otherRoot.certificate()));

            assertThat(failure(store(wrong)::authenticate)).isInstanceOf(MailFailure.Certificate.class);
        }
    }

    @Test
    void the_certificate_given_is_the_one_that_is_trusted() throws IOException {
        try (var server = tls(CERTIFICATE)) {
            store(Stores.server("localhost", server.port(), Security.TLS, Optional.of(CERTIFICATE.certificate())))
                    .authenticate();
        }
    }

    @Test
    void starttls_is_not_offered() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.line("* OK hello").expect("CAPABILITY");
            script.line("* CAPABILITY IMAP4rev1 AUTH=PLAIN").ok().hold();
        })) {
            assertThat(failure(store(startTls(server))::authenticate)).isInstanceOf(MailFailure.Capability.class);
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void starttls_is_made_impossible_by_preauth() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.line("* PREAUTH [CAPABILITY IMAP4rev1] welcome").hold();
        })) {
            assertThat(failure(store(startTls(server))::authenticate)).isInstanceOf(MailFailure.Capability.class);
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    void what_is_said_in_clear_after_the_answer_to_starttls_is_discarded() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.line("* OK hello").expect("CAPABILITY");
            script.line("* CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED").ok().expect("STARTTLS");
            script.raw(script.tagged("OK go")
                    + "\r\n* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR INJECTED\r\nR3 OK injected\r\n");
            script.startTls(CERTIFICATE.serverContext());
            script.expect("CAPABILITY");
            script.line("* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR").ok().expect("AUTHENTICATE PLAIN");
            script.line("%t OK [CAPABILITY IMAP4rev1] welcome").expect("LIST");
            script.line("* LIST () \"/\" INBOX").ok().expect("STATUS");
            script.line("* STATUS INBOX (MESSAGES 7 UNSEEN 1)").ok().hold();
        })) {
            assertThat(store(startTls(server)).mailboxes())
                    .extracting(Mailbox::total)
                    .hasSize(1);
        }
    }

    private static ScriptedServer tls(TestCertificate certificate) throws IOException {
        return ScriptedServer.playing(script -> {
            script.startTls(certificate.serverContext());
            script.imapSignIn("").refuse();
        });
    }

    private static MailServer startTls(ScriptedServer server) {
        return Stores.server("localhost", server.port(), Security.STARTTLS, Optional.of(CERTIFICATE.certificate()));
    }
}
