package org.restante.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.testing.MailServersUnderTest.smtp;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.testing.ApplicationTest;
import org.restante.testing.MailServersUnderTest;
import org.restante.testing.Page;
import org.restante.testing.Person;
import org.restante.testing.SmtpScript;
import org.restante.testing.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;

/** As whom people write, by forms alone. */
@ApplicationTest
class IdentitiesTest {

    @LocalServerPort
    private int port;

    private Person person;
    private Visitor visitor;

    @BeforeEach
    void sign_in() {
        person = Person.at(MailServersUnderTest.WHOLE);
        visitor = person.signedInAt(port);
    }

    private static String address() {
        return "a" + UUID.randomUUID().toString().substring(0, 8) + "@else.example";
    }

    private Page save(String address, Map<String, String> typed) {
        String form = "/settings/identities/form" + (address.isEmpty() ? "" : "?address=" + address);
        return visitor.submit(visitor.get(form).form("main form"), typed);
    }

    private static SmtpScript.Taken taken(String to) {
        long end = System.nanoTime() + 60_000_000_000L;
        while (smtp().takenFor(to).isEmpty()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
        return smtp().takenFor(to).get(0);
    }

    private Page send(Map<String, String> typed) {
        FormElement form = visitor.get("/compose").form("#composer");
        return visitor.submit(form, form.selectFirst("[data-send]").attr("formaction"), typed);
    }

    @Test
    void what_an_identity_says_holds_for_what_is_written_as_it() {
        String other = address();
        String answers = address();
        String to = address();

        assertThat(save(
                                "",
                                Map.of(
                                        "address", other,
                                        "name", "Büro",
                                        "replyTo", answers,
                                        "signature", "Grüße\r\nBüro",
                                        "blindCopy", "true",
                                        "standard", "true"))
                        .status())
                .isEqualTo(303);

        FormElement composer = visitor.get("/compose").form("#composer");
        assertThat(composer.select("[name=sender] option[selected]").val()).isEqualTo(other);
        assertThat(composer.select("[name=text]").val()).contains("-- \nGrüße\nBüro");
        send(Map.of("to", to, "subject", "As another", "text", "Text"));
        SmtpScript.Taken taken = taken(to);
        assertThat(taken.sender()).isEqualTo(other);
        assertThat(taken.recipients()).containsExactlyInAnyOrder(to, other);
        assertThat(taken.field("From")).contains("=?UTF-8?").contains(other);
        assertThat(taken.field("Reply-To")).isEqualTo(answers);
        assertThat(taken.message()).doesNotContain("Bcc");
        assertThat(taken.field("Message-ID")).endsWith("@else.example>");
    }

    @Test
    void a_name_that_is_not_typed_takes_none_away() {
        String other = address();
        save("", Map.of("address", other, "name", "The other"));
        FormElement form = visitor.get("/compose").form("#composer");
        assertThat(form.select("[name=name]")).isNotEmpty();

        Page draft = visitor.follow(visitor.submit(form, Map.of("sender", other, "name", " ", "text", "x")));

        assertThat(draft.document().select("[name=sender] option[selected]").text())
                .contains("The other");
    }

    @Test
    void an_answer_is_written_as_whom_the_message_was_written_to() throws Exception {
        String other = address();
        save("", Map.of("address", other, "name", "Other"));
        person.withSource(
                "INBOX", "From: a@else.example\r\nTo: " + other + "\r\nSubject: To the other\r\n\r\nText\r\n");
        String ref = visitor.get("/mail/INBOX").refs().get(0);

        Page answer = visitor.follow(
                visitor.submit(visitor.get("/mail/INBOX/" + ref).form("form[action=/drafts]"), Map.of("as", "REPLY")));

        assertThat(answer.document().select("[name=sender] option[selected]").val())
                .isEqualTo(other);
        assertThat(answer.document().select("#to").val()).isEqualTo("a@else.example");
    }

    @Test
    void a_signature_stands_above_what_is_quoted_with_formatting_and_without() throws Exception {
        String own = "/settings/identities/form?address=" + person.address();
        visitor.submit(visitor.get(own).form("main form"), Map.of("name", "Anna", "signature", "Anna & Co"));
        person.withSource(
                "INBOX",
                "From: a@else.example\r\nTo: b@else.example\r\nSubject: Designed\r\nContent-Type: text/html\r\n\r\n<p>Their <b>words</b></p>\r\n");
        FormElement acts = visitor.get(
                        "/mail/INBOX/" + visitor.get("/mail/INBOX").refs().get(0))
                .form("form[action=/drafts]");

        FormElement answer =
                visitor.follow(visitor.submit(acts, Map.of("as", "REPLY"))).form("#composer");
        assertThat(answer.attr("data-format")).isEqualTo("rich");
        assertThat(answer.select("[name=html]").val())
                .containsSubsequence("-- <br>Anna &amp; Co", "<blockquote", "Their");
        assertThat(answer.select("[name=text]").val()).containsSubsequence("-- \nAnna & Co\n", "> Their words");

        FormElement attached =
                visitor.follow(visitor.submit(acts, Map.of("as", "ATTACHED"))).form("#composer");
        assertThat(attached.attr("data-format")).isEmpty();
        assertThat(attached.select("[name=text]").val()).contains("-- \nAnna & Co");
        FormElement redirected =
                visitor.follow(visitor.submit(acts, Map.of("as", "REDIRECT"))).form("#composer");
        assertThat(redirected.select("[name=text], [name=html]").text()).doesNotContain("Anna");
        FormElement fresh = visitor.get("/compose").form("#composer");
        assertThat(fresh.attr("data-format")).isEmpty();
        assertThat(fresh.select("[name=text]").val()).contains("-- \nAnna & Co");
        assertThat(fresh.select("[name=html]").val()).contains("-- <br>Anna &amp; Co");
    }

    @Test
    void what_is_wrong_is_said_and_nothing_is_saved() {
        Page page =
                save("", Map.of("address", "no address", "name", "x\r\nBcc: y@else.example", "replyTo", "also not"));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.document().select("#address-error, #name-error, #replyTo-error"))
                .hasSize(3);
        assertThat(visitor.get("/settings/identities").document().select(".identity"))
                .hasSize(1);
    }

    @Test
    void one_is_removed_but_the_address_that_one_signs_in_with_stays() {
        String other = address();
        save("", Map.of("address", other, "name", "Other"));
        assertThat(visitor.get("/settings/identities").document().select(".identity"))
                .hasSize(2);

        FormElement form =
                visitor.get("/settings/identities/form?address=" + other).form("main form");
        visitor.submit(form, "/settings/identities/deletion", Map.of());
        FormElement own = visitor.get("/settings/identities/form?address=" + person.address())
                .form("main form");
        assertThat(own.select("[formaction]")).isEmpty();
        visitor.submit(own, "/settings/identities/deletion", Map.of());

        assertThat(visitor.get("/settings/identities")
                        .document()
                        .select(".identity")
                        .text())
                .contains(person.address())
                .doesNotContain(other);
        assertThat(send(Map.of("to", address(), "sender", other, "subject", "x", "text", "x"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_message_for_later_is_shown_and_its_time_must_be_one() {
        String to = address();
        Page wrong = send(Map.of("to", to, "subject", "Later", "text", "x", "at", "2020-01-01T00:00"));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.document().select("[name=at]").val()).isEqualTo("2020-01-01T00:00");
        assertThat(wrong.document().select("[data-error=at]").text()).isNotEmpty();
        String later = java.time.LocalDateTime.now().plusDays(3).withNano(0).toString();

        Page sent = send(Map.of("to", to, "subject", "Later " + to, "text", "Kept", "at", later, "follows", "true"));

        assertThat(sent.header("Location")).startsWith("/mail/INBOX?sent=");
        Page outbox = visitor.get("/outbox");
        assertThat(outbox.document()
                        .select(".outbox-entry:contains(" + to + ")")
                        .attr("data-state"))
                .isEqualTo("waiting");
        FormElement form = outbox.form(".outbox-entry:contains(" + to + ") form");
        Page draft = visitor.follow(visitor.submit(
                form, form.selectFirst("[formaction$=withdrawal]").attr("formaction"), Map.of()));
        assertThat(draft.document().select("#text").val()).isEqualTo("Kept");
        assertThat(smtp().takenFor(to)).isEmpty();
    }
}
