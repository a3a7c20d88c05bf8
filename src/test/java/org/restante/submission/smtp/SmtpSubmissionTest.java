package org.restante.submission.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.account.SubmissionServer;
import org.restante.mailstore.Credential;
import org.restante.mailstore.Endpoint;
import org.restante.mailstore.Endpoint.Security;
import org.restante.mailstore.MailServer;
import org.restante.submission.Outcome;
import org.restante.submission.Reason;
import org.restante.submission.Refusal;
import org.restante.submission.Submission;
import org.restante.testing.ScriptedConnection;
import org.restante.testing.ScriptedServer;
import org.restante.testing.TestCertificate;

/** What is said to a server, by what it offers, and what its answers mean. */
class SmtpSubmissionTest {

    private static final Duration LIMIT = Duration.ofMillis(700);
    private static final String TEXT = "Subject: x\r\n\r\n.\r\n..two\r\n.\r\nlast\r\n";

    private final List<String> said = new ArrayList<>();
    private final StringBuilder data = new StringBuilder();
    private final SmtpSubmission submission = new SmtpSubmission();

    /** Counts what the journal is told. */
    private static final class Told implements Submission.Progress {
        private int ends;

        @Override
        public void goesOn() {}

        @Override
        public void beforeFinalDot() {
            ends++;
        }
    }

    private final Told told = new Told();

    /** Takes everything that its announcement allows; the answers to some commands may be others. */
    private void serve(ScriptedConnection connection, Map<String, String> answers, String... offers)
            throws IOException {
        for (String line = connection.readLine(); line != null; line = connection.readLine()) {
            said.add(line);
            String command = line.toUpperCase(Locale.ROOT).split("[ :]")[0];
            String answer = answers.get(command);
            if (answer != null) {
                connection.line(answer);
            } else if (command.equals("EHLO")) {
                connection.line("250-hello");
                for (String offer : offers) {
                    connection.line("250-" + offer);
                }
                connection.line("250 AUTH PLAIN");
            } else if (command.equals("AUTH")) {
                connection.line("235 2.7.0 ok");
            } else if (command.equals("DATA")) {
                data(connection, answers);
            } else {
                connection.line(command.equals("QUIT") ? "221 bye" : "250 2.0.0 ok");
            }
        }
    }

    private void data(ScriptedConnection connection, Map<String, String> answers) throws IOException {
        connection.line("354 go on");
        for (String line = connection.readLine(); !".".equals(line); line = connection.readLine()) {
            if (line == null) {
                return;
            }
            data.append(line).append("\r\n");
        }
        connection.line(answers.getOrDefault(".", "250 2.0.0 taken"));
    }

    private static SubmissionServer at(ScriptedServer server, Security security, Path certificate) {
        return new SubmissionServer(
                "127.0.0.1", server.port(), security, true, Optional.ofNullable(certificate), LIMIT, LIMIT);
    }

    private static Submission.Handover message(String text, boolean international, boolean receipts, String... to) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        var mail = new MailServer(
                "test", Endpoint.of(java.net.URI.create("imap://127.0.0.1:1?tls=off")), Optional.empty(), LIMIT, LIMIT);
        return new Submission.Handover(
                new Credential(mail, "anna", "secret"),
                "anna@example.org",
                List.of(to),
                octets.length,
                international,
                receipts,
                () -> new ByteArrayInputStream(octets));
    }

    private static Submission.Handover message() {
        return message(TEXT, false, false, "to@example.org");
    }

    private Outcome transmit(Submission.Handover message, Map<String, String> answers, String... offers)
            throws IOException {
        try (ScriptedServer server = ScriptedServer.playing(connection -> {
            connection.line("220 hello");
            serve(connection, answers, offers);
        })) {
            return submission.transmit(at(server, Security.NONE, null), message, told);
        }
    }

    private static Outcome refused(Reason reason, boolean passing) {
        return new Outcome.NotTaken(new Refusal(reason, passing), Map.of());
    }

    private List<String> commands(String name) {
        return said.stream().filter(line -> line.startsWith(name)).toList();
    }

    @Test
    void dots_at_the_beginning_of_lines_are_doubled_once_and_what_tells_of_the_client_is_not_said() throws IOException {
        assertThat(transmit(message(), Map.of(), "8BITMIME")).isEqualTo(new Outcome.Taken(Map.of()));

        assertThat(data.toString()).isEqualTo("Subject: x\r\n\r\n..\r\n...two\r\n..\r\nlast\r\n");
        assertThat(commands("EHLO")).containsExactly("EHLO [127.0.0.1]");
        assertThat(commands("MAIL")).containsExactly("MAIL FROM:<anna@example.org> BODY=8BITMIME");
        assertThat(told.ends).isEqualTo(1);
    }

    /** Angus doubles dots in BDAT too, where RFC 3030 has none doubled. */
    @Test
    void a_message_does_not_go_in_pieces_even_where_the_server_takes_them() throws IOException {
        assertThat(transmit(message(), Map.of(), "CHUNKING")).isEqualTo(new Outcome.Taken(Map.of()));

        assertThat(commands("BDAT")).isEmpty();
        assertThat(commands("DATA")).hasSize(1);
    }

    @Test
    void a_report_of_delivery_is_asked_for_where_the_server_can() throws IOException {
        transmit(message(TEXT, false, true, "to@example.org"), Map.of(), "DSN");
        assertThat(commands("MAIL").get(0)).contains("RET=HDRS");
        assertThat(commands("RCPT").get(0)).contains("NOTIFY=SUCCESS,FAILURE,DELAY");
        said.clear();
        transmit(message(TEXT, false, true, "to@example.org"), Map.of(), "8BITMIME");
        assertThat(String.join("", said)).doesNotContain("NOTIFY").doesNotContain("RET=");
        said.clear();
        transmit(message(), Map.of(), "DSN");
        assertThat(String.join("", said)).doesNotContain("NOTIFY").doesNotContain("RET=");
    }

    @Test
    void addresses_beyond_ascii_need_a_server_that_takes_them() throws IOException {
        Submission.Handover message = message(TEXT, true, false, "дмитрий@example.org");

        assertThat(transmit(message, Map.of(), "8BITMIME")).isEqualTo(refused(Reason.INTERNATIONAL, false));
        assertThat(commands("MAIL")).isEmpty();
        assertThat(transmit(message, Map.of(), "8BITMIME", "SMTPUTF8")).isEqualTo(new Outcome.Taken(Map.of()));
        assertThat(commands("MAIL").get(0)).contains("SMTPUTF8");
        String octets =
                new String("<дмитрий@example.org>".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(commands("RCPT").get(0)).contains(octets);
    }

    @Test
    void what_the_server_cannot_take_is_not_begun() throws IOException {
        assertThat(transmit(message(), Map.of(), "8BITMIME", "SIZE 10")).isEqualTo(refused(Reason.TOO_LARGE, false));
        assertThat(transmit(message("Subject: x\r\n\r\nä\r\n", false, false, "to@example.org"), Map.of()))
                .isEqualTo(refused(Reason.EIGHT_BIT, false));
        assertThat(commands("MAIL")).isEmpty();
        assertThat(transmit(message(), Map.of(), "SIZE 0")).isEqualTo(new Outcome.Taken(Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "AUTH, 535 5.7.8 no, PASSWORD, false",
        "AUTH, 454 4.7.0 later, NOT_NOW, true",
        "MAIL, 550 5.7.1 not you, NOT_ALLOWED, false",
        "MAIL, 451 4.3.0 later, NOT_NOW, true",
        "., 554 5.7.1 spam, NOT_ALLOWED, false",
        "., 552 5.3.4 too big, TOO_LARGE, false",
        "., 452 4.3.1 disk full, NOT_NOW, true",
        "., 421 4.3.0 going down, NOT_NOW, true"
    })
    void an_answer_means_the_same_wherever_it_comes(String command, String answer, Reason reason, boolean passing)
            throws IOException {
        assertThat(transmit(message(), Map.of(command, answer), "8BITMIME")).isEqualTo(refused(reason, passing));
    }

    @Test
    void each_recipient_gets_the_answer_that_is_theirs() throws IOException {
        try (ScriptedServer server = ScriptedServer.playing(connection -> {
            connection.line("220 hello");
            for (String line = connection.readLine(); line != null; line = connection.readLine()) {
                if (line.startsWith("DATA")) {
                    data(connection, Map.of());
                } else if (line.contains("unknown@")) {
                    connection.line("550-5.1.1 there is\r\n550 5.1.1 no such user");
                } else if (line.contains("full@")) {
                    connection.line("452 4.2.2 full");
                } else {
                    connection.line(
                            line.startsWith("EHLO") ? "250 AUTH PLAIN" : line.startsWith("AUTH") ? "235 ok" : "250 ok");
                }
            }
        })) {
            Submission.Handover message =
                    message(TEXT, false, false, "to@example.org", "unknown@example.org", "full@example.org");

            assertThat(submission.transmit(at(server, Security.NONE, null), message, told))
                    .isEqualTo(new Outcome.Taken(Map.of(
                            "unknown@example.org",
                            new Refusal(Reason.NO_SUCH_RECIPIENT, false),
                            "full@example.org",
                            new Refusal(Reason.MAILBOX_FULL, true))));
        }
    }

    @Test
    void nothing_is_said_in_clear_where_starttls_is_required() throws IOException {
        try (ScriptedServer server = ScriptedServer.playing(connection -> {
            connection.line("220 hello");
            serve(connection, Map.of(), "8BITMIME");
        })) {
            assertThat(submission.transmit(at(server, Security.STARTTLS, null), message(), told))
                    .isEqualTo(refused(Reason.CAPABILITY, false));
            assertThat(commands("AUTH")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void over_tls_and_starttls_the_certificate_is_verified(boolean trusted) throws IOException {
        TestCertificate ours = TestCertificate.forLoopback();
        for (Security security : List.of(Security.TLS, Security.STARTTLS)) {
            said.clear();
            try (ScriptedServer server = ScriptedServer.playing(connection -> {
                if (security == Security.STARTTLS) {
                    connection.line("220 hello");
                    connection.readLine();
                    connection.line("250-hello").line("250 STARTTLS");
                    connection.readLine();
                    connection.line("220 go on");
                }
                connection.startTls(ours.serverContext());
                if (security == Security.TLS) {
                    connection.line("220 hello");
                }
                serve(connection, Map.of(), "8BITMIME");
            })) {
                Outcome outcome = submission.transmit(
                        at(server, security, trusted ? ours.certificate() : null), message(), new Told());
                if (trusted) {
                    assertThat(outcome).isEqualTo(new Outcome.Taken(Map.of()));
                } else {
                    assertThat(outcome).isEqualTo(refused(Reason.CERTIFICATE, false));
                    assertThat(commands("AUTH")).isEmpty();
                }
            }
        }
    }

    @Test
    void a_server_that_speaks_an_octet_now_and_then_is_given_up() throws IOException {
        try (ScriptedServer server =
                ScriptedServer.playing(connection -> connection.drip("220 hello", Duration.ofMillis(200)))) {
            long start = System.nanoTime();

            assertThat(submission.transmit(at(server, Security.NONE, null), message(), told))
                    .isEqualTo(refused(Reason.UNREACHABLE, true));

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
            assertThat(told.ends).isZero();
        }
    }

    @Test
    void silence_after_the_final_dot_leaves_it_uncertain() throws IOException {
        try (ScriptedServer server = ScriptedServer.playing(connection -> {
            connection.line("220 hello");
            for (String line = connection.readLine(); line != null; line = connection.readLine()) {
                boolean data = line.equals("DATA");
                connection.line(
                        data
                                ? "354 go on"
                                : line.startsWith("EHLO")
                                        ? "250 AUTH PLAIN"
                                        : line.startsWith("AUTH") ? "235 ok" : "250 ok");
                if (data) {
                    connection.drip("2", Duration.ofMillis(200));
                }
            }
        })) {
            assertThat(submission.transmit(at(server, Security.NONE, null), message(), told))
                    .isEqualTo(new Outcome.Unknown());
            assertThat(told.ends).isEqualTo(1);
        }
    }
}
