package org.restante.mailstore.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.restante.mailstore.Credential;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailFailure.Refused;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.Mailbox;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.OpenMode;
import org.restante.testing.ScriptedServer;

/** What real servers say other than the RFCs do, at sign-in and about themselves. Restante never says ENABLE, NAMESPACE, ID or IDLE so far. */
class SignInQuirksTest extends QuirkTests {

    @Test
    void an_invalid_response_code_at_sign_in_does_not_hide_that_the_password_is_wrong() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.line("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] hello").expect("AUTHENTICATE");
            script.line("%t NO [Error=\"AccountDisabled\" AuthResultFromPopImapEnd=0 Proxy=X] AUTHENTICATE failed.");
            script.hold();
        })) {
            assertThat(failure(() -> store(server).authenticate())).isInstanceOf(MailFailure.Authentication.class);
        }
    }

    @Test
    void bad_after_sign_in_is_a_server_that_is_not_there_for_now() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.imapSignIn("");
            while (script.read() != null) {
                script.line("%t BAD User is authenticated but not connected.");
            }
        })) {
            MailStore store = store(server);
            store.authenticate();

            assertThat(failure(store::mailboxes))
                    .isInstanceOfSatisfying(
                            Refused.class, e -> assertThat(e.kind()).isEqualTo(Refused.Kind.UNAVAILABLE));
            assertThat(failure(store::mailboxes)).isInstanceOf(Refused.class);
        }
    }

    @Test
    void names_with_a_domain_or_a_mailbox_sign_in_by_login() throws IOException {
        for (String name : List.of("DOMAIN\\ann", "ann/shared")) {
            try (var server = ScriptedServer.playing(script -> {
                script.line("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] hello")
                        .expect("LOGIN \"" + name.replace("\\", "\\\\") + "\" \"secret\"");
                script.line("%t OK [CAPABILITY IMAP4rev1] welcome").refuse();
            })) {
                stores.of(new Credential(Stores.plain(server.port()), name, "secret"))
                        .authenticate();
            }
        }
    }

    @Test
    void such_a_name_still_signs_in_where_login_is_disabled() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.line("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR LOGINDISABLED] hello")
                    .expect("AUTHENTICATE PLAIN");
            script.line("%t OK [CAPABILITY IMAP4rev1] welcome").refuse();
        })) {
            stores.of(new Credential(Stores.plain(server.port()), "DOMAIN\\ann", "secret"))
                    .authenticate();
        }
    }

    @Test
    void neither_namespace_nor_enable_nor_id_is_ever_said() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.imapSignIn("NAMESPACE ENABLE CONDSTORE QRESYNC ID IDLE SORT THREAD=REFS");
            answer(script, fetch("UID 7", "BODYSTRUCTURE " + TEXT));
        })) {
            page(server);

            assertThat(server.received()).noneMatch(line -> line.matches("(?i)\\S+ (NAMESPACE|ENABLE|ID|IDLE)\\b.*"));
        }
    }

    @Test
    void what_a_server_can_do_changes_with_sign_in() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.line("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] hello").expect("AUTHENTICATE PLAIN");
            script.line("* CAPABILITY IMAP4rev1 LIST-STATUS SPECIAL-USE").ok();
            script.expect("LIST \"\" \"*\" RETURN (SPECIAL-USE STATUS");
            script.line("* LIST () \"/\" INBOX")
                    .line("* STATUS INBOX (MESSAGES 3 UNSEEN 1)")
                    .ok()
                    .hold();
        })) {
            assertThat(store(server).mailboxes()).extracting(Mailbox::total).hasSize(1);
        }
    }

    @Test
    void capabilities_are_followed_by_spaces() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.line("* OK hello").expect("CAPABILITY");
            script.line("* CAPABILITY IMAP4rev1  AUTH=PLAIN SASL-IR LITERAL+ ")
                    .ok()
                    .expect("AUTHENTICATE PLAIN ");
            script.line("%t OK [CAPABILITY IMAP4rev1 LITERAL+ ] welcome").refuse();
        })) {
            store(server).authenticate();
        }
    }

    @Test
    void a_server_that_allows_no_further_connection_is_not_asked_for_it_again_and_again() throws Exception {
        try (var server = ScriptedServer.playing(script -> {
            if (script.number() > 1) {
                script.line("* BYE [LIMIT] maximum number of connections from user+IP exceeded");
                return;
            }
            script.imapSignIn("");
            answer(script, fetch("UID 7", "BODYSTRUCTURE " + TEXT));
        })) {
            MailStore store = store(server);
            store.open(MailboxName.INBOX, OpenMode.READ, first -> {
                var second = CompletableFuture.supplyAsync(() -> page(server));
                Awaitility.await().until(() -> server.connections() > 1);
                assertThat(second).isNotDone();
                return null;
            });

            assertThat(page(server)).hasSize(1);
            assertThat(server.connections()).isLessThanOrEqualTo(2);
        }
    }
}
