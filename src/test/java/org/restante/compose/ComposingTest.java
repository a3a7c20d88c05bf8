package org.restante.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.testing.MailServersUnderTest.smtp;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.testing.ApplicationTest;
import org.restante.testing.MailServersUnderTest;
import org.restante.testing.Page;
import org.restante.testing.Person;
import org.restante.testing.SmtpScript;
import org.restante.testing.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Writing, answering and sending by forms alone. */
@ApplicationTest
class ComposingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @LocalServerPort
    private int port;

    private static String recipient(String fault) {
        return fault + "-" + UUID.randomUUID().toString().substring(0, 8) + "@else.example";
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
    }

    private static FormElement composer(Page page) {
        return page.form("#composer");
    }

    private static String acting(FormElement form, String query) {
        return form.selectFirst(query).attr("formaction");
    }

    private static Page send(Visitor visitor, Page page, Map<String, String> typed) {
        return visitor.submit(composer(page), acting(composer(page), "[data-send]"), typed);
    }

    private static String stateOf(Visitor visitor, String subject) {
        return visitor.get("/outbox")
                .document()
                .select(".outbox-entry:contains(" + subject + ")")
                .attr("data-state");
    }

    @ParameterizedTest
    @ValueSource(strings = {MailServersUnderTest.WHOLE, MailServersUnderTest.POP3})
    void a_message_is_written_sent_and_found_among_the_sent_mail(String domain) {
        Visitor visitor = Person.at(domain).signedInAt(port);
        String to = recipient("to");

        Page sent = send(
                visitor,
                visitor.get("/compose"),
                Map.of("to", to, "subject", "First words", "text", "Hello\r\nthere", "name", "Zoë"));

        assertThat(sent.header("Location")).isEqualTo("/outbox");
        await(() -> stateOf(visitor, "First words").equals("done"));
        assertThat(smtp().takenFor(to)).hasSize(1);
        SmtpScript.Taken taken = smtp().takenFor(to).get(0);
        assertThat(taken.field("From")).contains("=?UTF-8?").contains(taken.sender());
        assertThat(taken.field("Subject")).isEqualTo("First words");
        Page list = visitor.get("/mail/Sent");
        assertThat(list.document().select(".row-subject").eachText()).containsExactly("First words");
        assertThat(visitor.get("/mail/Sent/" + list.refs().get(0) + "/body").text())
                .contains("Hello");
    }

    @Test
    void sending_twice_sends_once() {
        Visitor visitor = Person.at(MailServersUnderTest.WHOLE).signedInAt(port);
        String to = recipient("to");
        Page page = visitor.get("/compose");
        Map<String, String> typed = Map.of("to", to, "subject", "Only once", "text", "x");

        List<Page> answers = java.util.stream.IntStream.range(0, 4)
                .parallel()
                .mapToObj(i -> send(visitor, page, typed))
                .toList();
        await(() -> stateOf(visitor, "Only once").equals("done"));
        Page late = send(visitor, page, typed);

        assertThat(answers).allMatch(answer -> answer.header("Location").equals("/outbox"));
        assertThat(late.header("Location")).isEqualTo("/outbox");
        assertThat(smtp().takenFor(to)).hasSize(1);
    }

    @Test
    void what_is_wrong_is_said_beside_the_field_and_nothing_typed_is_lost() {
        Visitor visitor = Person.at(MailServersUnderTest.WHOLE).signedInAt(port);

        Page page = send(
                visitor,
                visitor.get("/compose"),
                Map.of(
                        "to",
                        "anna@example.org, no address",
                        "cc",
                        "also not",
                        "subject",
                        "Kept",
                        "text",
                        "<b>Words</b> & more"));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.document().select("#to-error").text()).contains("no address");
        assertThat(page.document().select("#cc-error").text()).contains("also not");
        assertThat(page.document().select("details.compose-more").hasAttr("open"))
                .isTrue();
        assertThat(page.document().select("#text").val()).isEqualTo("<b>Words</b> & more");
        assertThat(page.document().select("#to").val()).isEqualTo("anna@example.org, no address");
        Page none = send(visitor, page, Map.of("to", "", "cc", ""));
        assertThat(none.status()).isEqualTo(400);
        assertThat(none.document().select("#to-error").text()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"to", "cc", "bcc", "replyTo", "subject", "name", "sender"})
    void a_line_break_in_a_field_is_refused(String field) {
        Visitor visitor = Person.at(MailServersUnderTest.WHOLE).signedInAt(port);
        String to = recipient("to");
        var typed = new java.util.HashMap<>(Map.of("to", to, "subject", "x", "text", "x"));
        typed.put(field, to + "\r\nBcc: victim@else.example");

        Page page = send(visitor, visitor.get("/compose"), typed);

        assertThat(page.status()).isEqualTo(400);
        assertThat(smtp().takenFor(to)).isEmpty();
    }

    @Test
    void nobody_writes_as_somebody_else() {
        Visitor visitor = Person.at(MailServersUnderTest.WHOLE).signedInAt(port);
        String to = recipient("to");

        Page page = send(
                visitor, visitor.get("/compose"), Map.of("to", to, "sender", "president@else.example", "text", "x"));

        assertThat(page.status()).isEqualTo(400);
        assertThat(smtp().takenFor(to)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {MailServersUnderTest.WHOLE, MailServersUnderTest.POP3})
    void a_draft_is_kept_and_a_copy_of_it_lies_with_the_drafts(String domain) {
        Visitor visitor = Person.at(domain).signedInAt(port);
        FormElement form = composer(visitor.get("/compose"));

        Page saved = visitor.submit(form, Map.of("to", "half an addr", "subject", "Later", "text", "one"));
        Page draft = visitor.follow(saved);
        visitor.submit(composer(draft), Map.of("text", "two"));

        assertThat(draft.document().select("#to").val()).isEqualTo("half an addr");
        Page list = visitor.get("/mail/Drafts");
        assertThat(list.document().select(".row-subject").eachText()).containsExactly("Later");
        Page again = visitor.submit(
                visitor.get("/mail/Drafts/" + list.refs().get(0)).form("form[action=/drafts]"), Map.of("as", "AGAIN"));
        assertThat(again.header("Location")).isEqualTo(form.attr("action"));
        Page gone =
                visitor.submit(composer(visitor.get(form.attr("action"))), form.attr("action") + "/deletion", Map.of());
        assertThat(gone.header("Location")).endsWith("/outbox");
        assertThat(visitor.get("/mail/Drafts").refs()).isEmpty();
        assertThat(visitor.get(form.attr("action")).status()).isEqualTo(404);
    }

    @Test
    void a_draft_that_was_changed_elsewhere_is_not_overwritten_unseen() {
        Visitor visitor = Person.at(MailServersUnderTest.WHOLE).signedInAt(port);
        FormElement form = composer(visitor.get("/compose"));
        Page first = visitor.follow(visitor.submit(form, Map.of("text", "begun")));
        visitor.submit(composer(first), Map.of("text", "in one tab"));

        Page conflict = visitor.submit(composer(first), Map.of("text", "in another tab"));

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.document().select("#text").val()).isEqualTo("in another tab");
        assertThat(visitor.get(form.attr("action")).document().select("#text").val())
                .isEqualTo("in one tab");
        visitor.submit(composer(conflict), Map.of());
        assertThat(visitor.get(form.attr("action")).document().select("#text").val())
                .isEqualTo("in another tab");
    }

    @Test
    void a_draft_is_nobody_elses() {
        Visitor visitor = Person.at(MailServersUnderTest.WHOLE).signedInAt(port);
        Visitor other = Person.at(MailServersUnderTest.WHOLE).signedInAt(port);
        FormElement form = composer(visitor.get("/compose"));
        visitor.submit(form, Map.of("text", "secret"));

        assertThat(other.get(form.attr("action")).status()).isEqualTo(404);
        assertThat(other.submit(composer(other.get("/compose")), form.attr("action"), Map.of("text", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(visitor.get(form.attr("action")).document().select("#text").val())
                .isEqualTo("secret");
    }

    private static final String LETTER = """
            From: =?UTF-8?Q?J=C3=BCrgen?= <juergen@sender.example>
            To: %s, Other <other@sender.example>
            Cc: third@sender.example, %1$s
            Subject: Question
            Date: Mon, 23 Nov 2026 10:00:00 +0000
            Message-ID: <question@sender.example>
            References: <first@sender.example>
            Content-Type: text/plain; charset=utf-8

            How are you?
            > I was well.
            """;

    private Page answer(Visitor visitor, String as) {
        Page message =
                visitor.get("/mail/INBOX/" + visitor.get("/mail/INBOX").refs().get(0));
        return visitor.follow(visitor.submit(message.form("form[action=/drafts]"), Map.of("as", as)));
    }

    @Test
    void an_answer_goes_to_the_sender_quotes_and_is_marked() throws IOException {
        Person person = Person.at(MailServersUnderTest.WHOLE);
        person.withSource("INBOX", LETTER.formatted(person.address()));
        Visitor visitor = person.signedInAt(port);

        Page draft = answer(visitor, "REPLY");

        assertThat(draft.document().select("#to").val())
                .contains("juergen@sender.example")
                .contains("Jürgen");
        assertThat(draft.document().select("#cc").val()).isEmpty();
        assertThat(draft.document().select("#subject").val()).isEqualTo("Re: Question");
        assertThat(draft.document().select("#text").val()).contains("> How are you?\n>> I was well.");
        String to = recipient("to");
        send(visitor, draft, Map.of("to", to, "name", ""));
        await(() -> stateOf(visitor, "Re: Question").equals("done"));
        SmtpScript.Taken taken = smtp().takenFor(to).get(0);
        assertThat(taken.field("In-Reply-To")).isEqualTo("<question@sender.example>");
        assertThat(taken.field("References")).isEqualTo("<first@sender.example> <question@sender.example>");
        assertThat(person.mailState()).anyMatch(line -> line.contains("INBOX: ") && line.contains("\\Answered"));
    }

    @Test
    void an_answer_to_all_leaves_the_person_out() throws IOException {
        Person person = Person.at(MailServersUnderTest.WHOLE);
        person.withSource("INBOX", LETTER.formatted(person.address()));
        Visitor visitor = person.signedInAt(port);

        Page draft = answer(visitor, "REPLY_ALL");

        assertThat(draft.document().select("#to").val())
                .contains("juergen@sender.example", "other@sender.example")
                .doesNotContain(person.address());
        assertThat(draft.document().select("#cc").val()).isEqualTo("third@sender.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FORWARD", "ATTACHED"})
    void a_forward_takes_text_and_files_along_and_is_marked(String as) throws IOException {
        Person person = Person.at(MailServersUnderTest.WHOLE);
        person.withSource("INBOX", org.restante.testing.SampleMessages.WITH_ALL_KINDS_OF_PARTS);
        Visitor visitor = person.signedInAt(port);

        Page draft = answer(visitor, as);
        assertThat(draft.document().select(".chip-name").eachText()).isNotEmpty();
        String to = recipient("to");
        String subject = "Passed on " + as;
        send(visitor, draft, Map.of("to", to, "subject", subject));

        await(() -> stateOf(visitor, subject).equals("done"));
        assertThat(smtp().takenFor(to).get(0).message())
                .contains(as.equals("ATTACHED") ? "message/rfc822" : "multipart/mixed");
        await(() -> {
            try {
                return person.mailState().stream()
                        .anyMatch(line -> line.contains("INBOX: ") && line.contains("$Forwarded"));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    @Test
    void what_was_not_sent_to_everybody_is_said_and_what_may_have_been_sent_too() {
        Visitor visitor = Person.at(MailServersUnderTest.WHOLE).signedInAt(port);
        String unknown = recipient("unknown");
        send(
                visitor,
                visitor.get("/compose"),
                Map.of("to", recipient("to") + "," + unknown, "subject", "Partly", "text", "x"));
        send(visitor, visitor.get("/compose"), Map.of("to", recipient("lost"), "subject", "Perhaps", "text", "x"));
        send(visitor, visitor.get("/compose"), Map.of("to", recipient("spam"), "subject", "Refused", "text", "x"));

        await(() -> stateOf(visitor, "Partly").equals("done")
                && stateOf(visitor, "Perhaps").equals("uncertain")
                && stateOf(visitor, "Refused").equals("refused"));

        Page page = visitor.get("/outbox");
        assertThat(page.document()
                        .select(".outbox-entry:contains(Partly) .banner")
                        .text())
                .contains(unknown);
        FormElement refused = page.form(".outbox-entry:contains(Refused) form");
        Page edit = visitor.submit(refused, acting(refused, "[formaction$=withdrawal]"), Map.of());
        assertThat(visitor.follow(edit).document().select("#subject").val()).isEqualTo("Refused");
        FormElement perhaps = page.form(".outbox-entry:contains(Perhaps) form");
        assertThat(visitor.submit(perhaps, acting(perhaps, "[formaction$=arrival]"), Map.of())
                        .header("Location"))
                .endsWith("/outbox");
        await(() -> stateOf(visitor, "Perhaps").equals("done"));
    }

    @Test
    void what_is_sent_again_leaves_nothing_with_the_drafts_of_what_it_was() {
        Visitor visitor = Person.at(MailServersUnderTest.WHOLE).signedInAt(port);
        FormElement form = composer(visitor.get("/compose"));
        Page begun = visitor.follow(
                visitor.submit(form, Map.of("to", recipient("lost"), "subject", "Lost words", "text", "x")));
        assertThat(visitor.get("/mail/Drafts").refs()).hasSize(1);
        send(visitor, begun, Map.of());
        await(() -> stateOf(visitor, "Lost words").equals("uncertain"));

        FormElement lost = visitor.get("/outbox").form(".outbox-entry:contains(Lost words) form");
        Page again = visitor.follow(visitor.submit(lost, acting(lost, "[formaction$=repetition]"), Map.of()));

        assertThat(again.document().select("#subject").val()).isEqualTo("Lost words");
        assertThat(visitor.get("/mail/Drafts").refs()).isEmpty();
        visitor.submit(composer(again), Map.of("text", "y"));
        assertThat(visitor.get("/mail/Drafts").refs()).hasSize(1);
    }
}
