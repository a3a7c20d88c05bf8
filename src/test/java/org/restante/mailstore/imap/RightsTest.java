package org.restante.mailstore.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MailFailure.Refused;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxRights;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.OpenMode;
import org.restante.mailstore.Uid;
import org.restante.mailstore.UidValidity;
import org.restante.testing.ScriptedServer;

/** What a person may do in mailboxes of others (RFC 4314), and what the server keeps there (PERMANENTFLAGS). */
class RightsTest extends QuirkTests {

    private static final MailboxName SHARED = MailboxName.of("Shared");
    private static final MessageRef MESSAGE = new MessageRef(SHARED, new UidValidity(1), new Uid(7));

    @ParameterizedTest
    @CsvSource(textBlock = """
                    lr,          false, false, false, false, false
                    lrs,         true,  false, false, false, false
                    lrsw,        true,  true,  false, false, false
                    lrswt,       true,  true,  false, false, false
                    lrste,       true,  false, true,  false, false
                    lri,         false, false, false, true,  false
                    lrswipkxtea, true,  true,  true,  true,  true
                    lrswipcda,   true,  true,  true,  true,  true
                    lrsd,        true,  false, true,  false, false
                    '',          false, false, false, false, false
                    """)
    void the_letters_say_what_may_be_done(
            String letters, boolean sees, boolean flags, boolean removes, boolean inserts, boolean administers) {
        assertThat(Rights.read(letters)).isEqualTo(new MailboxRights(sees, flags, removes, inserts, administers));
    }

    @Test
    void rights_are_asked_for_along_with_the_mailbox() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.imapSignIn("ACL").expect("SELECT \"Shared\"");
            String select = script.tagged("OK [READ-WRITE] done");
            script.expect("MYRIGHTS \"Shared\"");
            script.line("* 1 EXISTS")
                    .line("* OK [UIDVALIDITY 1] fine")
                    .line(select)
                    .line("* MYRIGHTS Shared lrs")
                    .ok()
                    .hold();
        })) {
            assertThat(rights(server)).isEqualTo(new MailboxRights(true, false, false, false, false));
        }
    }

    @Test
    void where_the_server_does_not_tell_the_rights_all_is_allowed() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.imapSignIn("ACL").expect("SELECT");
            String select = script.tagged("OK [READ-WRITE] done");
            script.expect("MYRIGHTS");
            script.line("* OK [UIDVALIDITY 1] fine")
                    .line(select)
                    .line("%t NO you may not ask")
                    .hold();
        })) {
            assertThat(rights(server)).isEqualTo(MailboxRights.ALL);
        }
    }

    @Test
    void a_mailbox_that_is_opened_read_only_can_only_be_read() throws IOException {
        try (var server = selecting("* OK [UIDVALIDITY 1] fine", "%t OK [READ-ONLY] done")) {
            assertThat(rights(server)).isEqualTo(MailboxRights.READ);
        }
    }

    @Test
    void a_label_that_the_server_would_not_keep_is_refused_before_it_is_asked() throws IOException {
        try (var server = selecting(
                "* OK [UIDVALIDITY 1] fine",
                "* OK [PERMANENTFLAGS (\\Answered \\Seen known)] limited",
                "%t OK [READ-WRITE] done")) {
            assertThat(failure(() -> flag(server, "unknown")))
                    .isInstanceOfSatisfying(
                            Refused.class, e -> assertThat(e.kind()).isEqualTo(Refused.Kind.KEYWORD));
            assertThat(server.received()).noneMatch(line -> line.contains("STORE"));
        }
    }

    private MailboxRights rights(ScriptedServer server) throws IOException {
        return store(server).open(SHARED, OpenMode.READ, mailbox -> mailbox.rights());
    }

    private void flag(ScriptedServer server, String keyword) throws IOException {
        store(server)
                .open(SHARED, OpenMode.WRITE, mailbox -> mailbox.addFlags(List.of(MESSAGE), Set.of(new Flag(keyword))));
    }

    private static ScriptedServer selecting(String... answers) throws IOException {
        return ScriptedServer.playing(script -> {
            script.imapSignIn("").expect("SELECT");
            for (String each : answers) {
                script.line(each);
            }
            script.hold();
        });
    }
}
