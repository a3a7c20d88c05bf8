package org.restante.mailstore.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxWork;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.OpenMode;
import org.restante.mailstore.PageRequest;
import org.restante.mailstore.Uid;
import org.restante.mailstore.UidValidity;
import org.restante.mime.PartId;
import org.restante.testing.ScriptedConnection;
import org.restante.testing.ScriptedServer;

/** What the tests of servers' oddities share: each is a conversation over a real socket. */
abstract class QuirkTests {

    static final String ENVELOPE =
            "(\"Mon, 2 Nov 2026 10:00:00 +0000\" \"Words\" ((\"Ann\" NIL \"ann\" \"example.org\")) NIL NIL NIL NIL NIL NIL \"<1@x>\")";
    static final String TEXT = "(\"text\" \"plain\" NIL NIL NIL \"7bit\" 5 1)";

    final ImapMailStores stores = Stores.create();

    @AfterEach
    void close() {
        stores.close();
    }

    MailStore store(ScriptedServer server) {
        return stores.of(Stores.credential(Stores.plain(server.port()), "someone"));
    }

    List<MessageSummary> page(ScriptedServer server) {
        return open(
                server,
                mailbox -> mailbox.view(new PageRequest.Numbered(1, 50)).page().rows());
    }

    String content(ScriptedServer server) {
        return open(server, mailbox -> {
            try (InputStream in = mailbox.content(ref(7), new PartId("1"))) {
                return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            }
        });
    }

    <T> T open(ScriptedServer server, MailboxWork<T> work) {
        try {
            return store(server).open(MailboxName.INBOX, OpenMode.READ, work);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns the one row of a page where FETCH is answered so. */
    MessageSummary row(String... answers) throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.imapSignIn("");
            answer(script, answers);
        })) {
            List<MessageSummary> rows = page(server);
            assertThat(rows).hasSize(1);
            return rows.get(0);
        }
    }

    static MessageRef ref(long uid) {
        return new MessageRef(MailboxName.INBOX, new UidValidity(1), new Uid(uid));
    }

    static String fetch(String... items) {
        return "* 1 FETCH (FLAGS () INTERNALDATE \" 2-Nov-2026 10:00:00 +0000\" RFC822.SIZE 5 ENVELOPE " + ENVELOPE
                + " " + String.join(" ", items) + ")";
    }

    static ScriptedServer listing(String capabilities, String... lines) throws IOException {
        return ScriptedServer.playing(script -> {
            script.imapSignIn(capabilities).expect("LIST");
            for (String line : lines) {
                script.line(line);
            }
            script.ok();
            answer(script);
        });
    }

    static ScriptedConnection selected(ScriptedConnection script) throws IOException {
        return script.line("* 1 EXISTS").line("* OK [UIDVALIDITY 1] fine").line("%t OK [READ-WRITE] done");
    }

    /** Answers whatever is asked: a mailbox of one message, and these answers to FETCH. */
    static void answer(ScriptedConnection script, String... fetched) throws IOException {
        for (String command = script.read(); command != null; command = script.read()) {
            if (command.startsWith("SELECT")) {
                selected(script);
                continue;
            }
            if (command.startsWith("LIST")) {
                script.line("* LIST () \"/\" INBOX");
            }
            if (command.contains("FETCH")) {
                for (String answer : fetched) {
                    script.line(answer);
                }
            }
            script.ok();
        }
    }

    static MailFailure failure(ThrowingCallable call) {
        return catchThrowableOfType(MailFailure.class, call);
    }
}
