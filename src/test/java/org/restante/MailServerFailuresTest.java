package org.restante;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.restante.testing.MailServersUnderTest.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.testing.ApplicationTest;
import org.restante.testing.MailServersUnderTest;
import org.restante.testing.Page;
import org.restante.testing.Person;
import org.restante.testing.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A mail server that fails, at sign-in and later. */
@ApplicationTest
class MailServerFailuresTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @LocalServerPort
    private int port;

    private Person person;
    private Visitor visitor;

    @BeforeEach
    void sign_in() throws IOException {
        person = Person.at(MailServersUnderTest.PROXIED);
        visitor = person.withMessage("INBOX", "One").signedInAt(port);
    }

    @AfterEach
    void heal() {
        proxy().heal();
        proxy().closeConnections();
    }

    @ParameterizedTest
    @CsvSource({
        "down.example, 502, cannot be reached",
        "silent.example, 504, did not answer in time",
        "busy.example, 503, refuses sign-ins for now",
        "untrusted.example, 502, certificate is not trusted",
        "bare.example, 502, does not offer what is required",
        "whole.example, 401, does not accept this name and password",
    })
    void sign_in_says_what_is_wrong_with_the_server(String domain, int status, String words) {
        Page page = new Visitor(port).signIn("anna@" + domain, "secret");

        assertThat(page.status()).isEqualTo(status);
        assertThat(page.document().select("[role=alert]").text()).contains(words);
        assertThat(page.document().select("[name=username]").val()).isEqualTo("anna@" + domain);
        assertThat(page.document().select("[name=password]").val()).isEmpty();
    }

    @Test
    void a_mailbox_that_another_program_has_open_is_no_wrong_password_and_says_what_to_do() {
        var reader = new Visitor(port);
        reader.signIn("anna@" + MailServersUnderTest.IN_USE, "secret");

        Page page = reader.get("/mail/INBOX");
        assertProblem(page, 503, "Another program has your mailbox open");
        assertThat(page.text()).contains("Your mail is safe", "Close the other program");
    }

    @Test
    void a_server_that_asks_for_a_pause_has_its_list_shown_and_the_rest_explained() {
        var reader = new Visitor(port);
        reader.signIn("anna@" + MailServersUnderTest.TOO_SOON, "secret");

        Page list = reader.get("/mail/INBOX");
        assertThat(list.refs()).hasSize(1);
        Page message = reader.get("/mail/INBOX/" + list.refs().get(0));
        assertProblem(message, 503, "The mail server asks for a pause");
        assertThat(message.text()).contains("Your mail is safe", "in a few minutes");
    }

    @Test
    void silence_ends_at_the_limit_and_others_notice_nothing() throws IOException {
        Visitor other = Person.at(MailServersUnderTest.WHOLE).signedInAt(port);
        proxy().stall();
        long start = System.nanoTime();

        assertProblem(visitor.get("/mail/INBOX"), 504, "The mail server does not answer");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT);
        assertThat(other.get("/mail/INBOX").status()).isEqualTo(200);
    }

    @Test
    void a_server_that_answers_a_byte_at_a_time_meets_the_same_limit() {
        proxy().trickle(Duration.ofMillis(100));
        long start = System.nanoTime();

        assertProblem(visitor.get("/mail/INBOX"), 504, "The mail server does not answer");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT);
    }

    @Test
    void a_connection_that_died_between_two_requests_is_replaced() {
        assertThat(visitor.get("/mail/INBOX").status()).isEqualTo(200);
        proxy().closeConnections();

        assertThat(visitor.get("/mail/INBOX").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 30, 100, 300, 600, 1000})
    void a_reset_in_the_middle_of_an_answer_is_mended_or_said(long bytes) {
        visitor.get("/mail/INBOX");
        proxy().resetAfter(bytes);

        Page page = visitor.get("/mail/INBOX");

        assertThat(page.status()).isIn(200, 502);
        if (page.status() == 200) {
            assertThat(page.refs()).hasSize(1);
        } else {
            assertProblem(page, 502, "The mail server hung up");
        }
        proxy().heal();
        assertThat(visitor.get("/mail/INBOX").refs()).hasSize(1);
    }

    @Test
    void a_flag_whose_answer_is_lost_is_not_reported_as_set() {
        Page list = visitor.get("/mail/INBOX");
        proxy().stall();

        Page answer = visitor.submit(
                list.form("form.messages"),
                "/mail/INBOX/flag",
                Map.of("ref", list.refs().get(0)));

        assertThat(answer.status()).isIn(502, 504);
    }

    @Test
    void a_download_that_breaks_off_is_no_whole_file() throws IOException {
        person.withSource("INBOX", withAttachment(2_000_000));
        String message = "/mail/INBOX/" + visitor.get("/mail/INBOX").refs().get(0);
        byte[] whole = visitor.get(message + "/parts/2").body();
        proxy().cutAfter(1_000_000);

        assertThat(whole).hasSize(2_000_000);
        assertThatThrownBy(() -> visitor.get(message + "/parts/2")).isInstanceOf(UncheckedIOException.class);
        assertThat(visitor.get(message + "/parts/2").body()).isEqualTo(whole);
    }

    private static String withAttachment(int size) {
        return """
            Subject: Large
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain

            Text
            --b
            Content-Type: application/octet-stream
            Content-Disposition: attachment; filename=large.bin
            Content-Transfer-Encoding: base64

            %s
            --b--
            """.formatted(Base64.getMimeEncoder().encodeToString(new byte[size]));
    }

    private static void assertProblem(Page page, int status, String heading) {
        assertThat(page.status()).isEqualTo(status);
        assertThat(page.heading()).isEqualTo(heading);
        assertThat(page.refs()).isEmpty();
        assertThat(page.text()).doesNotContain("Exception", "\tat ");
    }
}
