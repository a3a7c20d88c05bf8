package org.restante;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.restante.testing.Dovecot;
import org.restante.testing.GreenMailServer;
import org.restante.testing.MailboxFiller;
import org.restante.testing.Page;
import org.restante.testing.Person;
import org.restante.testing.Postgres;
import org.restante.testing.RunningRestante;
import org.restante.testing.ScriptedServer;
import org.restante.testing.SmtpScript;
import org.restante.testing.Visitor;

/** Somebody reads, keeps in order, finds and writes mail that comes over POP3, whichever server, policy and database there is. */
class MaildropJourneyIT {

    private static final int MESSAGES = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static GreenMailServer greenMail;
    private static SmtpScript smtp;
    private static ScriptedServer submission;
    private static RunningRestante onH2;
    private static RunningRestante onPostgres;

    @BeforeAll
    static void start() throws IOException {
        greenMail = GreenMailServer.start();
        smtp = new SmtpScript();
        submission = ScriptedServer.playing(smtp);
        String[] properties = {
            "restante.servers.default.domains=dovecot.example",
            "restante.servers.default.pop3-remove=true",
            "restante.servers.default.submission=smtp://127.0.0.1:" + submission.port() + "?tls=off",
            "restante.servers.green.domains=green.example",
            "restante.servers.green.pop3-remove=true",
            "restante.servers.green.incoming=pop3://127.0.0.1:" + greenMail.pop3Port() + "?tls=off",
            "restante.servers.green.submission=smtp://127.0.0.1:" + submission.port() + "?tls=off",
            "restante.secret=for-the-replicas-of-a-test-0123456789abcdef",
            "restante.outbox.undo=0s",
            "restante.outbox.look-every=200ms",
            "restante.pop3.look-every=0s",
            "restante.pop3.undo=0s"
        };
        String dovecot = "pop3://127.0.0.1:" + Dovecot.shared().pop3Port() + "?tls=off";
        onH2 = RunningRestante.inFrontOf(dovecot, properties);
        onPostgres = RunningRestante.onDatabase(Postgres.newDatabase("maildrop_journey"), dovecot, properties);
    }

    @AfterAll
    static void stop() throws IOException {
        if (onPostgres != null) {
            onPostgres.close();
        }
        if (onH2 != null) {
            onH2.close();
            submission.close();
        }
    }

    /** Each pair of them, and with {@code -Drestante.endurance=true} all combinations. */
    static List<Arguments> setups() {
        List<Arguments> setups = new ArrayList<>();
        for (String database : List.of("H2", "PostgreSQL")) {
            for (String domain : List.of("dovecot.example", "green.example")) {
                for (String policy : List.of("KEEP", "REMOVE")) {
                    boolean some = database.equals("H2") == (domain.equals("green.example") == policy.equals("KEEP"));
                    if (some || Boolean.getBoolean("restante.endurance")) {
                        setups.add(Arguments.of(database, domain, policy));
                    }
                }
            }
        }
        return setups;
    }

    @ParameterizedTest
    @MethodSource("setups")
    void everything_works(String database, String domain, String policy) throws Exception {
        String address = "j" + UUID.randomUUID().toString().substring(0, 12) + "@" + domain;
        if (domain.equals("green.example")) {
            greenMail.withUser(address, Dovecot.PASSWORD);
        }
        int imap = domain.equals("green.example")
                ? greenMail.imapPort()
                : Dovecot.shared().imapPort();
        fill(imap, address);
        RunningRestante restante = database.equals("H2") ? onH2 : onPostgres;
        Visitor visitor = new Visitor(restante.port()).signedIn(address, Dovecot.PASSWORD);
        assertThat(visitor.submit(visitor.get("/settings/maildrop").form("main form"), Map.of("policy", policy))
                        .status())
                .isEqualTo(303);

        reads(visitor);
        if (policy.equals("REMOVE")) {
            await().atMost(PATIENCE).until(() -> {
                visitor.get("/mail/INBOX");
                return inMaildrop(imap, address) == 0;
            });
        }
        reads(visitor);
        keepsInOrder(visitor);
        finds(visitor);
        writes(visitor);
        assertThat(inMaildrop(imap, address)).isEqualTo(policy.equals("REMOVE") ? 0 : MESSAGES);
    }

    private static void fill(int imap, String address) throws IOException {
        try (MailboxFiller mail = MailboxFiller.open(imap, address, Dovecot.PASSWORD)) {
            for (int i = 1; i <= MESSAGES; i++) {
                mail.append(
                        "INBOX",
                        ("From: Writer <writer@example.org>\nTo: me@example.org\nSubject: Letter %1$d\n"
                                        + "Date: Mon, 23 Nov 2026 10:0%1$d:00 +0000\nMessage-ID: <%1$d.%2$s>\n\nText of letter %1$d.\n")
                                .formatted(i, address));
            }
        }
    }

    private static long inMaildrop(int imap, String address) throws IOException {
        return new Person(imap, address, Dovecot.PASSWORD)
                .mailState().stream()
                        .filter(line -> line.startsWith("INBOX: * ") && line.contains("FETCH"))
                        .count();
    }

    private static List<String> subjects(Visitor visitor, String folder) {
        return visitor.get("/mail/" + folder).document().select(".row-subject").eachText();
    }

    private static void reads(Visitor visitor) {
        Page list = visitor.get("/mail/INBOX");
        assertThat(list.document().select(".row-subject").eachText())
                .containsExactly("Letter 6", "Letter 5", "Letter 4", "Letter 3", "Letter 2", "Letter 1");
        for (String ref : list.refs()) {
            String number = list.document()
                    .select("[data-ref=" + ref + "] .row-subject")
                    .text()
                    .replace("Letter ", "");
            assertThat(visitor.get("/mail/INBOX/" + ref).status()).isEqualTo(200);
            assertThat(visitor.get("/mail/INBOX/" + ref + "/body").text()).contains("Text of letter " + number);
            assertThat(visitor.get("/mail/INBOX/" + ref + "/source").text()).contains("Subject: Letter " + number);
        }
        assertThat(visitor.get("/mail/INBOX").document().select(".row.unread")).isEmpty();
    }

    private static void keepsInOrder(Visitor visitor) {
        List<String> refs = visitor.get("/mail/INBOX").refs();
        act(visitor, "flag", refs.get(0));
        act(visitor, "archive", refs.get(1));
        Page trashed = visitor.follow(act(visitor, "trash", refs.get(2)));
        assertThat(subjects(visitor, "INBOX")).containsExactly("Letter 6", "Letter 3", "Letter 2", "Letter 1");
        assertThat(subjects(visitor, "Archive")).containsExactly("Letter 5");
        visitor.follow(visitor.submit(trashed.form("form.undo"), Map.of()));
        assertThat(subjects(visitor, "INBOX")).contains("Letter 4");
        assertThat(subjects(visitor, "Trash")).isEmpty();
    }

    private static Page act(Visitor visitor, String act, String ref) {
        FormElement form = visitor.get("/mail/INBOX").form("form.messages");
        return visitor.submit(form, "/mail/INBOX/" + act, Map.of("ref", ref));
    }

    private static void finds(Visitor visitor) {
        assertThat(subjects(visitor, "INBOX?filter=flagged")).containsExactly("Letter 6");
    }

    private static void writes(Visitor visitor) {
        String to = "to-" + UUID.randomUUID().toString().substring(0, 8) + "@else.example";
        FormElement form = visitor.get("/compose").form("#composer");
        String send = form.selectFirst("[data-send]").attr("formaction");
        visitor.submit(form, send, Map.of("to", to, "subject", "Written " + to, "text", "Text", "name", "Me"));
        await().atMost(PATIENCE).until(() -> smtp.takenFor(to).size() == 1);
        await().atMost(PATIENCE).until(() -> new ArrayList<>(subjects(visitor, "Sent")).contains("Written " + to));
    }
}
