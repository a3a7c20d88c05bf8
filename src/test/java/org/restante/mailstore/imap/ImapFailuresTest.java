package org.restante.mailstore.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.restante.mailstore.Credential;
import org.restante.mailstore.Endpoint.Security;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailFailure.Network;
import org.restante.mailstore.MailFailure.Refused;
import org.restante.mailstore.MailServer;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.Mailbox;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.OpenMode;
import org.restante.mailstore.Uid;
import org.restante.mailstore.UidValidity;
import org.restante.testing.Ports;
import org.restante.testing.ScriptedConnection;
import org.restante.testing.ScriptedServer;
import org.restante.testing.TestCertificate;

/** What can go wrong between us and a mail server, each with its own name. */
class ImapFailuresTest {

    private static final TestCertificate CERTIFICATE = TestCertificate.forLoopback();

    private final ImapMailStores stores = Stores.create();

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void nobody_listens() throws IOException {
        assertNetwork(Network.Kind.UNREACHABLE, store(Stores.plain(Ports.closed()))::authenticate);
    }

    @Test
    void the_host_does_not_exist() {
        var server = Stores.server("no-such-host.invalid", 143, Security.NONE, Optional.empty());

        assertNetwork(Network.Kind.UNREACHABLE, store(server)::authenticate);
    }

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
    void the_other_side_speaks_no_imap() throws IOException {
        try (var server = ScriptedServer.playing(script -> script.line("220 smtp.example.org ESMTP"))) {
            assertNetwork(Network.Kind.GARBLED, store(server)::authenticate);
        }
    }

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

    @Test
    void the_server_falls_silent() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.imapSignIn("").expect("LIST");
            script.hold();
        })) {
            assertNetwork(Network.Kind.TIMED_OUT, store(impatient(server))::mailboxes);
        }
    }

    @Test
    void the_server_speaks_too_slowly_to_ever_end() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.imapSignIn("").expect("LIST");
            script.raw("* LIST () \"/\" \"");
            script.drip("endless ", Duration.ofMillis(50));
        })) {
            assertNetwork(Network.Kind.TIMED_OUT, store(impatient(server))::mailboxes);
        }
    }

    @Test
    void the_server_announces_more_than_anybody_can_hold() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.imapSignIn("").expect("LIST");
            script.line("* LIST () \"/\" {1900000000}").hold();
        })) {
            assertNetwork(Network.Kind.GARBLED, store(server)::mailboxes);
        }
    }

    @Test
    void a_read_is_done_again_where_the_server_says_bye_in_the_middle() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.imapSignIn("").expect("LIST");
            if (script.number() == 1) {
                script.line("* LIST () \"/\" INBOX").line("* BYE restarting");
                return;
            }
            script.line("* LIST () \"/\" INBOX").ok().expect("STATUS");
            script.line("* STATUS INBOX (MESSAGES 7 UNSEEN 1)").ok().hold();
        })) {
            assertThat(store(server).mailboxes()).hasSize(1);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void a_write_is_never_done_again() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            select(script.imapSignIn(""));
            script.expect("UID STORE");
            script.line("* BYE restarting");
        })) {
            MailStore store = store(server);

            assertNetwork(Network.Kind.BROKEN, () -> flag(store));
            assertThat(server.received())
                    .filteredOn(line -> line.contains("STORE"))
                    .hasSize(1);
        }
    }

    @Test
    void a_write_waits_for_a_living_connection_before_it_begins() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            select(script.imapSignIn(""));
            if (script.number() == 1) {
                return;
            }
            script.expect("UID STORE");
            script.ok().expect("UID FETCH");
            script.line("* 1 FETCH (UID 1)").ok().hold();
        })) {
            MailStore store = store(server);
            store.open(MailboxName.INBOX, OpenMode.READ, mailbox -> null);

            assertThat(flag(store)).isEqualTo(1);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void nothing_is_written_to_a_mailbox_that_is_read_only() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.imapSignIn("").expect("SELECT");
            script.line("* 1 EXISTS")
                    .line("* OK [UIDVALIDITY 1] ok")
                    .line("%t OK [READ-ONLY] done")
                    .hold();
        })) {
            MailStore store = store(server);

            assertRefused(Refused.Kind.NOT_PERMITTED, failure(() -> flag(store)));
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

    @Test
    void line_breaks_cannot_smuggle_in_a_command() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Command.of("SELECT").string("a\r\nR2 DELETE INBOX"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Command.of("UID STORE 1").atom("a\nb"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Command.of("SELECT").string("a\0b"));
        assertThatIllegalArgumentException().isThrownBy(() -> MailboxName.of("a\r\nb"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Credential(Stores.plain(1), "a\r\nb", "secret"));
    }

    private static void select(ScriptedConnection script) throws IOException {
        script.expect("SELECT");
        script.line("* 1 EXISTS").line("* OK [UIDVALIDITY 1] ok").ok();
    }

    private static int flag(MailStore store) throws IOException {
        var ref = new MessageRef(MailboxName.INBOX, new UidValidity(1), new Uid(1));
        return store.open(
                MailboxName.INBOX, OpenMode.WRITE, mailbox -> mailbox.addFlags(List.of(ref), Set.of(Flag.SEEN)));
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

    private static MailServer impatient(ScriptedServer server) {
        MailServer patient = Stores.plain(server.port());
        return new MailServer(
                "impatient", patient.incoming(), Optional.empty(), patient.connectLimit(), Duration.ofMillis(400));
    }

    private MailStore store(ScriptedServer server) {
        return store(Stores.plain(server.port()));
    }

    private MailStore store(MailServer server) {
        return stores.of(Stores.credential(server, "someone"));
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

    private static MailFailure failure(ThrowingCallable call) {
        return catchThrowableOfType(MailFailure.class, call);
    }

    private static void assertNetwork(Network.Kind kind, ThrowingCallable call) {
        assertThat(failure(call))
                .isInstanceOfSatisfying(Network.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    private static void assertRefused(Refused.Kind kind, MailFailure failure) {
        assertThat(failure)
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }
}
