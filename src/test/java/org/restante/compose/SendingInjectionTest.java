package org.restante.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.testing.MailServersUnderTest.smtp;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.testing.ApplicationTest;
import org.restante.testing.Corpora;
import org.restante.testing.MailServersUnderTest;
import org.restante.testing.Page;
import org.restante.testing.Person;
import org.restante.testing.SmtpScript;
import org.restante.testing.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is typed into whatever field: nothing gets into the header or the envelope that was not typed as such. */
@ApplicationTest
class SendingInjectionTest {

    private static final List<String> BREAKS = List.of(
            "\r\n",
            "\n",
            "\r",
            "\u0085",
            "\u2028",
            "\u2029",
            "\u000b",
            "\f",
            "\u0000",
            "\u560d\u560a",
            "%0d%0a",
            "\r\n\t",
            "\\r\\n");

    private static final List<String> PAYLOADS = List.of(
            "Bcc: evil@x.test", ".\r\nMAIL FROM:<e@x.test>", "\r\n<html>body", "> SIZE=1\r\nRCPT TO:<evil@x.test");

    private static final List<String> FIELDS = List.of("subject", "to", "cc", "bcc", "replyTo", "name", "sender");

    private static final Set<String> USUAL = Set.of(
            "date",
            "from",
            "to",
            "cc",
            "reply-to",
            "subject",
            "message-id",
            "mime-version",
            "content-type",
            "content-transfer-encoding",
            "in-reply-to",
            "references");

    @LocalServerPort
    private int port;

    private Visitor visitor;

    @BeforeEach
    void sign_in() {
        visitor = Person.at(MailServersUnderTest.WHOLE).signedInAt(port);
    }

    private static Stream<String> inputs() throws IOException {
        return Stream.concat(
                Corpora.inputs("smtp-header-injection"),
                BREAKS.stream().flatMap(end -> PAYLOADS.stream().map(payload -> "x" + end + payload)));
    }

    @Test
    void no_field_of_the_form_reaches_the_header_or_the_envelope() throws IOException {
        List<String> inputs = inputs().toList();
        for (int i = 0; i < inputs.size(); i++) {
            // All fields in turn: each input in each of them would take minutes.
            check(FIELDS.get(i % FIELDS.size()), inputs.get(i));
            check(FIELDS.get((i + 3) % FIELDS.size()), inputs.get(i));
        }
    }

    private void check(String field, String input) {
        String to = "to-" + UUID.randomUUID().toString().substring(0, 8) + "@else.example";
        var typed = new HashMap<>(Map.of("to", to, "subject", "Plain", "text", "Text"));
        typed.merge(field, input, (old, more) -> field.equals("to") ? old + ", " + more : more);
        FormElement form = visitor.get("/compose").form("#composer");

        Page page = visitor.submit(form, form.selectFirst("[data-send]").attr("formaction"), typed);

        if (page.status() == 303) {
            SmtpScript.Taken taken = taken(to);
            String what = field + ": " + input.replaceAll("\\p{Cntrl}", "?");
            assertThat(taken.recipients()).as(what).containsExactly(to);
            assertThat(names(taken)).as(what).allMatch(USUAL::contains);
            assertThat(names(taken)).as(what).doesNotContain("bcc");
            assertThat(taken.message()
                            .substring(taken.message().indexOf("\n\n") + 2)
                            .strip())
                    .as(what)
                    .isEqualTo("Text");
        } else {
            assertThat(page.status()).as(field + ": " + input).isEqualTo(400);
            assertThat(smtp().takenFor(to)).isEmpty();
        }
    }

    private static SmtpScript.Taken taken(String to) {
        long end = System.nanoTime() + 60_000_000_000L;
        while (smtp().takenFor(to).isEmpty()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(10_000_000);
        }
        return smtp().takenFor(to).get(0);
    }

    private static Set<String> names(SmtpScript.Taken taken) {
        return taken.message()
                .substring(0, taken.message().indexOf("\n\n"))
                .lines()
                .filter(line -> !line.startsWith(" ") && !line.startsWith("\t"))
                .map(line -> line.replaceAll(":.*", "").toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void a_dot_alone_ends_no_message() throws IOException {
        List<String> bodies = Stream.concat(
                        Corpora.inputs("smtp-dot-smuggling"),
                        Stream.of("a\r\n.\r\nb", ".", "..\n...\n", "a\n.\nMAIL FROM:<e@x.test>", "\n.\n.\n", "a\r.\rb"))
                .toList();
        for (String body : bodies) {
            String to = "to-" + UUID.randomUUID().toString().substring(0, 8) + "@else.example";
            FormElement form = visitor.get("/compose").form("#composer");

            visitor.submit(
                    form,
                    form.selectFirst("[data-send]").attr("formaction"),
                    Map.of("to", to, "subject", "Dots", "text", body));

            String message = taken(to).message();
            assertThat(smtp().takenFor(to)).hasSize(1);
            assertThat(message.substring(message.indexOf("\n\n") + 2).stripTrailing())
                    .isEqualTo(body.replace("\r\n", "\n").replace('\r', '\n').stripTrailing());
        }
    }
}
