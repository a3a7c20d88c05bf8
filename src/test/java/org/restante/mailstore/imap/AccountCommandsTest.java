package org.restante.mailstore.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.mailstore.MailFailure.Gone;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.Quota;
import org.restante.testing.ScriptedServer;

/** What servers say of quota (RFC 9208) and subscriptions. */
class AccountCommandsTest extends QuirkTests {

    @Test
    void the_room_that_mail_takes_is_the_storage_of_the_inbox() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.imapSignIn("QUOTA").expect("GETQUOTAROOT \"INBOX\"");
            script.line("* QUOTAROOT INBOX \"User quota\" domain")
                    .line("* QUOTA \"User quota\" (MESSAGE 12 100 STORAGE 512 2048)")
                    .line("* QUOTA domain (STORAGE 9 10)")
                    .ok()
                    .hold();
        })) {
            assertThat(store(server).quota()).contains(new Quota(512 * 1024, 2048 * 1024));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "* QUOTA \"\" ()",
                "* QUOTA \"\" (MESSAGE 12 100)",
                "* QUOTA \"\" (STORAGE 12 0)",
                "* QUOTA \"\" (STORAGE x y)",
                "* QUOTA \"\" (STORAGE 12)",
                "* QUOTA",
                "* QUOTA \"\" STORAGE"
            })
    void a_quota_without_a_limit_or_beyond_understanding_is_none(String answer) throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.imapSignIn("QUOTA").expect("GETQUOTAROOT");
            script.line(answer).ok().hold();
        })) {
            assertThat(store(server).quota()).isEmpty();
        }
    }

    @Test
    void a_refused_quota_is_none() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.imapSignIn("QUOTA").expect("GETQUOTAROOT");
            script.line("%t NO not today").hold();
        })) {
            assertThat(store(server).quota()).isEmpty();
        }
    }

    @Test
    void a_server_without_quota_is_not_asked() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.imapSignIn("").expect("LIST");
            script.line("* LIST () \"/\" INBOX").ok();
            answer(script);
        })) {
            MailStore store = store(server);
            assertThat(store.quota()).isEmpty();
            assertThat(store.mailboxes()).isNotEmpty();
        }
    }

    @Test
    void subscriptions_are_read_in_whatever_names_the_server_writes_them() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.imapSignIn("").expect("LSUB \"\" \"*\"");
            script.line("* LSUB () \"/\" INBOX")
                    .line("* LSUB (\\Noselect) \"/\" \"Entw&APw-rfe\"")
                    .line("* LSUB () \"/\" {8}\r\nWork/Own")
                    .ok()
                    .hold();
        })) {
            assertThat(store(server).subscribed().orElseThrow())
                    .containsExactlyInAnyOrder(
                            MailboxName.INBOX, MailboxName.of("Entwürfe"), MailboxName.of("Work", "Own"));
        }
    }

    @Test
    void a_folder_is_subscribed_by_the_name_under_which_the_server_lists_it() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.imapSignIn("").expect("LIST");
            script.line("* LIST () \".\" \"INBOX.Entw&APw-rfe\"").ok();
            script.expect("SUBSCRIBE \"INBOX.Entw&APw-rfe\"");
            script.ok().expect("LIST");
            script.line("* LIST () \".\" \"INBOX.Entw&APw-rfe\"").ok();
            script.expect("UNSUBSCRIBE \"INBOX.Entw&APw-rfe\"");
            script.ok().hold();
        })) {
            MailStore store = store(server);
            store.subscribe(MailboxName.of("INBOX", "Entwürfe"), true);
            store.subscribe(MailboxName.of("INBOX", "Entwürfe"), false);
        }
    }

    @Test
    void who_subscribes_to_a_folder_that_is_gone_learns_so() throws IOException {
        try (var server = listing("", "* LIST () \"/\" INBOX")) {
            assertThat(failure(() -> store(server).subscribe(MailboxName.of("Box"), true)))
                    .isInstanceOf(Gone.class);
        }
    }
}
