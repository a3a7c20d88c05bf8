package org.restante.mailstore.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.restante.mailstore.Credential;
import org.restante.mailstore.Endpoint.Security;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MailFailure.Gone;
import org.restante.mailstore.MailFailure.Network;
import org.restante.mailstore.MailFailure.Refused;
import org.restante.mailstore.MailServer;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.OpenMode;
import org.restante.mailstore.Uid;
import org.restante.mailstore.UidValidity;
import org.restante.testing.Ports;
import org.restante.testing.ScriptedConnection;
import org.restante.testing.ScriptedServer;

/** What can go wrong between us and a mail server, each with its own name. */
class ImapFailuresTest extends FailureTests {

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
    void the_other_side_speaks_no_imap() throws IOException {
        try (var server = ScriptedServer.playing(script -> script.line("220 smtp.example.org ESMTP"))) {
            assertNetwork(Network.Kind.GARBLED, store(server)::authenticate);
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
    void a_mark_is_set_over_another_connection_once_it_is_known_what_was_there() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            select(script.imapSignIn(""));
            if (script.number() == 1) {
                script.expect("UID FETCH");
                script.line("* 1 FETCH (UID 1 FLAGS ())").ok();
            }
            script.expect("UID STORE");
            if (script.number() == 1) {
                script.line("* BYE restarting");
                return;
            }
            script.ok().hold();
        })) {
            assertThat(flag(store(server))).isEqualTo(1);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void a_write_ends_where_the_mailbox_is_another_one_by_then() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.imapSignIn("").expect("SELECT");
            script.line("* 1 EXISTS")
                    .line("* OK [UIDVALIDITY " + script.number() + "] ok")
                    .ok();
            if (script.number() == 2) {
                script.hold();
                return;
            }
            script.expect("UID FETCH");
            script.line("* 1 FETCH (UID 1 FLAGS ())").ok().expect("UID STORE");
            script.line("* BYE restarting");
        })) {
            assertThat(failure(() -> flag(store(server)))).isInstanceOf(Gone.class);
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
            script.expect("UID FETCH");
            script.line("* 1 FETCH (UID 1 FLAGS ())").ok().expect("UID STORE");
            script.ok().hold();
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
                MailboxName.INBOX,
                OpenMode.WRITE,
                mailbox -> mailbox.addFlags(List.of(ref), Set.of(Flag.SEEN)).there());
    }

    private static MailServer impatient(ScriptedServer server) {
        MailServer patient = Stores.plain(server.port());
        return new MailServer(
                "impatient", patient.incoming(), Optional.empty(), patient.connectLimit(), Duration.ofMillis(400));
    }
}
