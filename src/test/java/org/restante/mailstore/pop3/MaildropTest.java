package org.restante.mailstore.pop3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.mailstore.Credential;
import org.restante.mailstore.Endpoint;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailFailure.Network;
import org.restante.mailstore.MailServer;
import org.restante.testing.Pop3Script;
import org.restante.testing.Pop3Script.Quirk;
import org.restante.testing.ScriptedServer;
import org.restante.testing.TestCertificate;

class MaildropTest {

    private static final String MESSAGE = "Subject: Caf\u00c3\u00a9\nTo: you\n\n.one\n..two\n.\nthree\n";

    private final Pop3Script script = new Pop3Script();

    @Test
    void lists_and_reads_what_lies_there() throws Exception {
        script.message("a1", MESSAGE).message("b2", "Subject: two\n\nText\n");
        withMaildrop(maildrop -> {
            assertThat(maildrop.list())
                    .containsExactly(
                            new Listed(1, Optional.of(new Uidl("a1")), 50),
                            new Listed(2, Optional.of(new Uidl("b2")), 22));
            assertThat(tops(maildrop, 2, 1))
                    .containsExactly(
                            Map.entry(2, "Subject: two\r\n\r\n"),
                            Map.entry(1, "Subject: Caf\u00c3\u00a9\r\nTo: you\r\n\r\n"));
            assertThat(text(maildrop, 1)).isEqualTo(MESSAGE.replace("\n", "\r\n"));
            maildrop.delete(1);
            maildrop.quit();
        });
    }

    @Test
    void a_thousand_header_sections_take_a_few_round_trips() throws Exception {
        for (int i = 1; i <= 1000; i++) {
            script.message("u" + i, "Subject: " + i + "\n\nText\n");
        }
        withMaildrop(maildrop -> {
            int[] all = IntStream.rangeClosed(1, 1000).toArray();
            assertThat(tops(maildrop, all)).hasSize(1000).containsEntry(777, "Subject: 777\r\n\r\n");
        });
    }

    @Test
    void without_top_the_start_of_the_message_is_read() throws Exception {
        script.with(Quirk.NO_TOP).message("a1", MESSAGE).message("b2", "Subject: two\n\nText\n");
        withMaildrop(maildrop -> {
            assertThat(tops(maildrop, 1, 2)).containsEntry(2, "Subject: two\r\n\r\n");
            assertThat(text(maildrop, 1)).startsWith("Subject:");
        });
    }

    @Test
    void without_capa_nothing_is_taken_for_granted() throws Exception {
        script.with(Quirk.NO_CAPA).with(Quirk.NO_TOP).with(Quirk.NO_UIDL).message("a1", MESSAGE);
        withMaildrop(maildrop -> {
            assertThat(maildrop.list()).containsExactly(new Listed(1, Optional.empty(), 50));
            assertThat(tops(maildrop, 1)).containsKey(1);
        });
    }

    @Test
    void sizes_that_lie_change_nothing() throws Exception {
        script.with(Quirk.WRONG_SIZES).message("a1", MESSAGE);
        withMaildrop(maildrop -> assertThat(text(maildrop, 1)).isEqualTo(MESSAGE.replace("\n", "\r\n")));
    }

    @Test
    void a_header_section_that_is_refused_is_empty_and_the_others_stand() throws Exception {
        script.message("a1", "Subject: one\n\nText\n");
        withMaildrop(maildrop -> assertThat(tops(maildrop, 9, 1))
                .containsExactly(Map.entry(9, ""), Map.entry(1, "Subject: one\r\n\r\n")));
    }

    @Test
    void says_why_a_maildrop_is_not_opened() throws Exception {
        script.with(Quirk.IN_USE);
        try (var server = ScriptedServer.playing(script)) {
            assertThatThrownBy(() -> Maildrop.open(credential(server, "?tls=off")))
                    .isInstanceOfSatisfying(
                            MaildropBusyException.class,
                            busy -> assertThat(busy.kind()).isEqualTo(MaildropBusyException.Kind.IN_USE));
            script.without(Quirk.IN_USE).with(Quirk.LOGIN_DELAY);
            assertThatThrownBy(() -> Maildrop.open(credential(server, "?tls=off")))
                    .isInstanceOfSatisfying(
                            MaildropBusyException.class,
                            busy -> assertThat(busy.kind()).isEqualTo(MaildropBusyException.Kind.LOGIN_DELAY));
            script.without(Quirk.LOGIN_DELAY).with(Quirk.WRONG_PASSWORD);
            assertThatThrownBy(() -> Maildrop.open(credential(server, "?tls=off")))
                    .isInstanceOf(MailFailure.Authentication.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-ERR [IN-USE] Do you have another POP session running?, IN_USE, true",
        "-ERR [in-use] locked, IN_USE, true",
        "-ERR Unable to lock maildrop: Mailbox is locked by POP server, IN_USE, false",
        "-ERR maildrop already locked, IN_USE, false",
        "-ERR lock busy! Is another session active?, IN_USE, false",
        "-ERR [LOGIN-DELAY] minimum time between mail checks violation, LOGIN_DELAY, false",
        "-ERR [SYS/TEMP] Temporary authentication failure, TROUBLE, false",
        "-ERR Server busy, TROUBLE, false",
        "-ERR Too many connections, TROUBLE, false",
    })
    void knows_not_now_from_a_code_or_from_words_and_only_a_code_proves_the_password(
            String answer, MaildropBusyException.Kind kind, boolean proves) throws IOException {
        try (var server = refusing(answer)) {
            assertThatThrownBy(() -> Maildrop.open(credential(server, "?tls=off")))
                    .isInstanceOfSatisfying(MaildropBusyException.class, busy -> {
                        assertThat(busy.kind()).isEqualTo(kind);
                        assertThat(busy.isCredentialRight()).isEqualTo(proves);
                    });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-ERR [AUTH] Authentication failed.",
                "-ERR invalid user name or password, please try again",
                "-ERR Your account is locked",
                "-ERR"
            })
    void takes_everything_else_for_a_wrong_password(String answer) throws IOException {
        try (var server = refusing(answer)) {
            assertThatThrownBy(() -> Maildrop.open(credential(server, "?tls=off")))
                    .isInstanceOf(MailFailure.Authentication.class);
        }
    }

    private static ScriptedServer refusing(String answer) throws IOException {
        return ScriptedServer.playing(connection -> {
            connection.line("+OK hello").expectLine("CAPA");
            connection.line("-ERR").expectLine("USER");
            connection.line("+OK").expectLine("PASS");
            connection.line(answer).hold();
        });
    }

    @Test
    void signs_in_by_sasl_plain_at_once_where_it_is_announced() throws Exception {
        try (var server = ScriptedServer.playing(connection -> {
            connection.line("+OK hello").expectLine("CAPA");
            connection.raw("+OK\r\nSASL LOGIN PLAIN\r\n.\r\n").expectLine("AUTH PLAIN AHVzZXIAc2VjcmV0");
            connection.line("+OK").expectLine("CAPA");
            connection.raw("+OK\r\n.\r\n").hold();
        })) {
            Maildrop.open(credential(server, "?tls=off")).close();
        }
    }

    @Test
    void a_long_password_goes_after_the_command() throws Exception {
        String password = "long".repeat(60);
        try (var server = ScriptedServer.playing(connection -> {
            connection.line("+OK hello").expectLine("CAPA");
            String command = connection.raw("+OK\r\nSASL PLAIN\r\n.\r\n").expectLine("AUTH PLAIN");
            assertThat(command).isEqualTo("AUTH PLAIN");
            connection.line("+ ").expectLine("AHVzZXIA");
            connection.line("-ERR [AUTH] no").hold();
        })) {
            var credential = credential(server, "?tls=off");
            assertThatThrownBy(() -> Maildrop.open(new Credential(credential.server(), "user", password)))
                    .isInstanceOf(MailFailure.Authentication.class);
        }
    }

    @Test
    void a_server_without_stls_gets_no_password() throws Exception {
        try (var server = ScriptedServer.playing(script)) {
            assertThatThrownBy(() -> Maildrop.open(credential(server, ""))).isInstanceOf(MailFailure.Capability.class);
            assertThat(server.received()).containsExactly("CAPA");
        }
    }

    @Test
    void what_was_said_in_clear_after_stls_ends_the_conversation() throws Exception {
        try (var server = ScriptedServer.playing(connection -> {
            connection.line("+OK hello").expectLine("CAPA");
            connection.raw("+OK\r\nSTLS\r\n.\r\n").expectLine("STLS");
            connection.raw("+OK begin\r\n+OK injected\r\n").hold();
        })) {
            assertThatThrownBy(() -> Maildrop.open(credential(server, ""))).isInstanceOf(Network.class);
        }
    }

    @Test
    void a_certificate_that_is_not_trusted_gets_no_password() throws Exception {
        try (var server = ScriptedServer.playing(connection -> {
            connection.line("+OK hello").expectLine("CAPA");
            connection.raw("+OK\r\nSTLS\r\n.\r\n").expectLine("STLS");
            connection.line("+OK begin");
            connection.startTls(TestCertificate.forLoopback().serverContext()).hold();
        })) {
            assertThatThrownBy(() -> Maildrop.open(credential(server, ""))).isInstanceOf(MailFailure.Certificate.class);
        }
    }

    @Test
    void an_endless_line_and_an_endless_silence_both_end() throws Exception {
        try (var endless = ScriptedServer.playing(connection -> {
                    while (true) {
                        connection.raw("+OK ".repeat(1000));
                    }
                });
                var silent = ScriptedServer.playing(
                        connection -> connection.line("+OK").hold())) {
            assertThatThrownBy(() -> Maildrop.open(credential(endless, "?tls=off")))
                    .isInstanceOfSatisfying(
                            Network.class, failure -> assertThat(failure.kind()).isEqualTo(Network.Kind.GARBLED));
            assertThatThrownBy(() -> Maildrop.open(credential(silent, "?tls=off", Duration.ofMillis(300))))
                    .isInstanceOfSatisfying(
                            Network.class, failure -> assertThat(failure.kind()).isEqualTo(Network.Kind.TIMED_OUT));
        }
    }

    @Test
    void a_message_cut_short_is_never_taken_for_a_whole_one() throws Exception {
        try (var server = ScriptedServer.playing(connection -> {
            connection.line("+OK hello").expectLine("CAPA");
            connection.line("-ERR").expectLine("USER");
            connection.line("+OK").expectLine("PASS");
            connection.line("+OK").expectLine("RETR 1");
            connection.raw("+OK\r\nSubject: one\r\n\r\nTe");
        })) {
            try (Maildrop maildrop = Maildrop.open(credential(server, "?tls=off"))) {
                assertThatThrownBy(() -> text(maildrop, 1))
                        .isInstanceOfSatisfying(
                                Network.class,
                                failure -> assertThat(failure.kind()).isEqualTo(Network.Kind.BROKEN));
                assertThatThrownBy(maildrop::list).isInstanceOf(Network.class);
            }
        }
    }

    @Test
    void line_breaks_never_make_a_second_command() throws Exception {
        try (var server = ScriptedServer.playing(script)) {
            MailServer target = credential(server, "?tls=off").server();
            for (String trick : List.of("a\r\nQUIT", "a\nQUIT", "a\rQUIT", "a\0")) {
                assertThatThrownBy(() -> new Credential(target, trick, "secret"))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    private interface Work {
        void on(Maildrop maildrop) throws IOException;
    }

    private void withMaildrop(Work work) throws Exception {
        try (var server = ScriptedServer.playing(script);
                Maildrop maildrop = Maildrop.open(credential(server, "?tls=off"))) {
            work.on(maildrop);
        }
    }

    private static Credential credential(ScriptedServer server, String option) {
        return credential(server, option, Duration.ofSeconds(5));
    }

    private static Credential credential(ScriptedServer server, String option, Duration limit) {
        Endpoint endpoint = Endpoint.of(URI.create("pop3://127.0.0.1:" + server.port() + option));
        return new Credential(new MailServer("test", endpoint, Optional.empty(), limit, limit), "user", "secret");
    }

    private static Map<Integer, String> tops(Maildrop maildrop, int... numbers) {
        Map<Integer, String> tops = new LinkedHashMap<>();
        maildrop.top(
                IntStream.of(numbers).boxed().toList(),
                (number, header) -> tops.put(number, new String(header, StandardCharsets.ISO_8859_1)));
        return tops;
    }

    private static String text(Maildrop maildrop, int number) throws IOException {
        return new String(maildrop.retrieve(number).readAllBytes(), StandardCharsets.ISO_8859_1);
    }
}
