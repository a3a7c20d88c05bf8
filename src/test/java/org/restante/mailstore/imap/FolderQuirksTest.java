package org.restante.mailstore.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.restante.mailstore.MailFailure.Gone;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxRole;
import org.restante.mailstore.OpenMode;
import org.restante.mailstore.PageRequest;
import org.restante.testing.ScriptedServer;

/** What real servers say of folders other than the RFCs do. */
class FolderQuirksTest extends QuirkTests {

    @Test
    void folder_names_come_without_quotes_and_with_delimiters_at_their_end() throws IOException {
        try (var server = listing(
                "",
                "* LIST (\\HasNoChildren) \"/\" Sent Items",
                "* LIST () \"/\" Public Folders/Road & Rail",
                "* LIST () \"/\" \"Archive/\"",
                "* LIST () \"/\" {9}\r\nA\u0001B\tC/D/E")) {
            assertThat(store(server).mailboxes())
                    .extracting(each -> String.join(">", each.name().path()))
                    .contains("Sent Items", "Public Folders>Road & Rail", "Archive", "A\u0001B\tC>D>E");
        }
    }

    @Test
    void list_with_return_is_refused_though_it_was_announced() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.imapSignIn("LIST-STATUS SPECIAL-USE").expect("LIST \"\" \"*\" RETURN");
            script.line("%t BAD syntax").expect("LIST \"\" \"*\"");
            script.line("* LIST () \"/\" INBOX").ok().expect("STATUS");
            script.line("* STATUS INBOX (MESSAGES 7 UNSEEN 1)").ok().expect("LIST \"\" \"*\"");
            script.line("* LIST () \"/\" INBOX").ok().expect("STATUS");
            script.line("* STATUS INBOX (MESSAGES 7 UNSEEN 1)").ok().hold();
        })) {
            MailStore store = store(server);

            assertThat(store.mailboxes()).hasSize(1);
            assertThat(store.mailboxes()).hasSize(1);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void an_extended_list_returns_nothing() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.imapSignIn("LIST-STATUS LIST-EXTENDED").expect("LIST \"\" \"*\" RETURN");
            script.ok().expect("LIST \"\" \"*\"");
            script.line("* LIST () \"/\" INBOX").ok().expect("STATUS");
            script.line("* STATUS INBOX (MESSAGES 7 UNSEEN 1)").ok().hold();
        })) {
            assertThat(store(server).mailboxes()).hasSize(1);
        }
    }

    @Test
    void bye_when_the_selected_folder_is_deleted_is_a_folder_that_is_gone() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.imapSignIn("").expect("SELECT");
            if (script.number() == 1) {
                selected(script).expect("FETCH");
                script.line("* BYE selected mailbox was deleted").hold();
            }
            script.line("%t NO no such mailbox").expect("LIST");
            script.line("* LIST () \"/\" INBOX").ok().hold();
        })) {
            assertThat(failure(() -> store(server)
                            .open(
                                    MailboxName.of("Box"),
                                    OpenMode.READ,
                                    mailbox -> mailbox.view(new PageRequest.Numbered(1, 50)))))
                    .isInstanceOfSatisfying(
                            Gone.class, e -> assertThat(e.kind()).isEqualTo(Gone.Kind.MAILBOX));
        }
    }

    @Test
    void uidvalidity_uidnext_and_unseen_are_0() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.imapSignIn("").expect("SELECT");
            script.line("* 1 EXISTS")
                    .line("* OK [UIDVALIDITY 0] none")
                    .line("* OK [UIDNEXT 0] none")
                    .line("* OK [UNSEEN 0] none")
                    .ok();
            answer(script, fetch("UID 7", "BODYSTRUCTURE " + TEXT));
        })) {
            assertThat(page(server))
                    .extracting(row -> row.ref().uidValidity().value())
                    .containsExactly(0L);
        }
    }

    @Test
    void folders_have_their_role_by_a_name_in_the_users_language() throws IOException {
        try (var server = listing(
                "",
                "* LIST () \"/\" \"Entw&APw-rfe\"",
                "* LIST () \"/\" \"Gesendete Elemente\"",
                "* LIST () \"/\" \"Papierkorb\"")) {
            assertThat(store(server).mailboxes())
                    .flatExtracting(each -> each.role().stream().toList())
                    .contains(MailboxRole.DRAFTS, MailboxRole.SENT, MailboxRole.TRASH);
        }
    }
}
