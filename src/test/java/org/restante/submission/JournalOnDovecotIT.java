package org.restante.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailboxRole;
import org.restante.testing.Dovecot;
import org.restante.testing.ScriptedServer;
import org.restante.testing.SmtpScript;
import org.restante.testing.TcpProxy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Copies and drafts on a real server, whose connection breaks at octet after octet in either direction. */
class JournalOnDovecotIT extends JournalTests {

    private static final SmtpScript SMTP = new SmtpScript();
    private static TcpProxy proxy;

    @Autowired
    private DraftPublishing publishing;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry properties) {
        properties.add("restante.servers.default.incoming", () -> "imap://127.0.0.1:" + proxy().port() + "?tls=off");
        properties.add("restante.servers.default.submission", JournalOnDovecotIT::submission);
    }

    private static synchronized TcpProxy proxy() {
        try {
            if (proxy == null) {
                proxy = TcpProxy.unrecordedTo(Dovecot.shared().imapPort());
            }
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String submission() {
        try {
            return "smtp://127.0.0.1:" + ScriptedServer.playing(SMTP).port() + "?tls=off";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void somebody_new() {
        become("default", address("dovecot.example"), Dovecot.PASSWORD);
        store.mailboxFor(MailboxRole.SENT);
        store.mailboxFor(MailboxRole.DRAFTS);
    }

    @AfterEach
    void heal() {
        proxy().heal();
        proxy().deafAfter(Long.MAX_VALUE);
    }

    private Draft draft() {
        var fields =
                new DraftFields(person.address(), "to@else.example", "", "", "", "Broken", "Some text\n".repeat(60));
        return drafts.save(person, Drafts.newId(), 0, fields, DraftContext.NONE);
    }

    private void breakAfter(long octet, boolean answers) {
        if (answers) {
            proxy().resetAfter(octet);
        } else {
            proxy().deafAfter(octet);
        }
    }

    private int found(MailboxRole role, String messageId) {
        return store.find(store.mailboxFor(role), messageId).size();
    }

    @Test
    void a_copy_is_filed_once_wherever_the_connection_breaks() throws IOException {
        for (boolean answers : List.of(false, true)) {
            for (long octet = 1; octet < (answers ? 700 : 1700); octet += answers ? 50 : 110) {
                Draft draft = draft();
                submit(draft);
                clock.pass(Duration.ofMinutes(1));
                breakAfter(octet, answers);
                goOn();
                heal();
                for (int i = 0; i < 3; i++) {
                    clock.pass(Duration.ofMinutes(10));
                    goOn();
                }

                String what = (answers ? "answers" : "commands") + " cut after " + octet;
                assertThat(entry(draft.id()).state()).as(what).isEqualTo(OutboxState.DONE);
                assertThat(found(MailboxRole.SENT, draft.messageId())).as(what).isEqualTo(1);
                assertThat(found(MailboxRole.DRAFTS, draft.messageId()))
                        .as(what)
                        .isZero();
                assertThat(drafts.find(person, draft.id())).as(what).isEmpty();
            }
        }
        assertThat(SMTP.takenFor("to@else.example")).hasSize(16 + 14);
    }

    @Test
    void a_draft_is_kept_and_published_once_wherever_the_connection_breaks() throws IOException {
        for (boolean answers : List.of(false, true)) {
            for (long octet = 1; octet < (answers ? 700 : 1700); octet += answers ? 50 : 110) {
                Draft draft = draft();
                breakAfter(octet, answers);
                try {
                    publishing.publish(draft, identity(), ZONE, store);
                } catch (MailFailure e) {
                    // The draft lies in the database; publishing is tried again with the next version.
                }
                heal();
                DraftFields fields = draft.fields();
                Draft next = drafts.save(
                        person,
                        draft.id(),
                        draft.version(),
                        new DraftFields(fields.sender(), fields.to(), "", "", "", "Changed", fields.text()),
                        DraftContext.NONE);
                publishing.publish(next, identity(), ZONE, store);

                String what = (answers ? "answers" : "commands") + " cut after " + octet;
                assertThat(found(MailboxRole.DRAFTS, draft.messageId()))
                        .as(what)
                        .isEqualTo(1);
                drafts.delete(next);
            }
        }
    }
}
