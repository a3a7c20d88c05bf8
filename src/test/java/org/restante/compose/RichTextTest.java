package org.restante.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.testing.MailServersUnderTest.smtp;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.restante.testing.ApplicationTest;
import org.restante.testing.MailServersUnderTest;
import org.restante.testing.Page;
import org.restante.testing.Person;
import org.restante.testing.SmtpScript;
import org.restante.testing.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a composer with script sends: formatted text, pictures in it, files one by one. */
@ApplicationTest
class RichTextTest {

    private static final byte[] PICTURE = "\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1);

    @LocalServerPort
    private int port;

    private Person person;
    private Visitor visitor;

    @BeforeEach
    void sign_in() {
        person = Person.at(MailServersUnderTest.WHOLE);
        visitor = person.signedInAt(port);
    }

    private FormElement begun(Map<String, String> typed) {
        return visitor.follow(visitor.submit(visitor.get("/compose").form("#composer"), typed))
                .form("#composer");
    }

    private static String token(FormElement form) {
        return form.select("[name=_csrf]").val();
    }

    private Page upload(FormElement form, String query, String type, byte[] octets) {
        return visitor.upload(
                form.attr("action") + "/uploads?" + query,
                token(form),
                type,
                HttpRequest.BodyPublishers.ofByteArray(octets));
    }

    private SmtpScript.Taken sent(FormElement form, Map<String, String> typed) {
        String to = "to-" + UUID.randomUUID().toString().substring(0, 8) + "@else.example";
        var all = new java.util.HashMap<>(typed);
        all.put("to", to);
        visitor.submit(form, form.attr("action") + "/submission", all);
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (smtp().takenFor(to).isEmpty()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(50_000_000);
        }
        return smtp().takenFor(to).get(0);
    }

    @Test
    void formatted_text_goes_out_clean_with_the_same_as_text() {
        FormElement form = begun(Map.of("subject", "Formatted"));

        SmtpScript.Taken taken = sent(
                form,
                Map.of(
                        "html",
                        "<p onclick=\"x()\">Hello <b>there</b></p><script>alert(1)</script><ul><li>one</li></ul>"
                                + "<a href=\"javascript:alert(1)\">no</a> <a href=\"https://x.example/\">http://y.example</a>",
                        "priority",
                        "high"));

        assertThat(taken.message())
                .contains("multipart/alternative", "text/plain; charset=utf-8; format=flowed", "<b>there</b>")
                .contains("- one")
                .doesNotContain("onclick", "script", "restante-host", "multipart/mixed", "multipart/related");
        assertThat(taken.field("X-Priority")).isEqualTo("1");
        assertThat(taken.field("Importance")).isEqualTo("high");
    }

    @Test
    void a_picture_in_the_text_goes_with_it_while_the_text_shows_it() {
        FormElement form = begun(Map.of("subject", "Shown"));
        Page shown = upload(form, "key=a&name=shown.png&inText=true", "image/png", PICTURE);
        Page dropped = upload(form, "key=b&name=dropped.png&inText=true", "image/png", PICTURE);
        String id = shown.document().select("[data-file]").attr("data-file");
        assertThat(dropped.status()).isEqualTo(200);
        assertThat(visitor.get(form.attr("action")).document().select(".chip")).isEmpty();
        assertThat(visitor.get(form.attr("action") + "/attachments/" + id).body())
                .isEqualTo(PICTURE);

        SmtpScript.Taken taken = sent(
                form, Map.of("html", "<p>Look: <img src=\"cid:" + id + "@restante\"><img src=\"cid:other@x\"></p>"));

        assertThat(taken.message())
                .contains("multipart/related", "Content-ID: <" + id + "@restante>", "shown.png")
                .doesNotContain("dropped.png", "other@x", "multipart/mixed");
    }

    @Test
    void a_file_is_taken_as_it_comes_once_and_by_its_own_person_only() {
        FormElement form = begun(Map.of("subject", "Files"));
        byte[] octets = new byte[700_000];
        new java.util.Random(7).nextBytes(octets);

        Page row = upload(form, "key=k&name=%2Fetc%2Fdata.bin", "application/x-thing", octets);
        upload(form, "key=k&name=data.bin", "application/x-thing", octets);
        Visitor other = Person.at(MailServersUnderTest.WHOLE).signedInAt(port);
        String foreign = other.get("/compose").document().select("[name=_csrf]").val();

        assertThat(row.document().select(".chip-name").text()).isEqualTo("data.bin");
        Page draft = visitor.get(form.attr("action"));
        assertThat(draft.document().select("[data-file]")).hasSize(1);
        String file = form.attr("action") + "/attachments/"
                + draft.document().select("[data-file]").attr("data-file");
        assertThat(visitor.get(file).body()).isEqualTo(octets);
        assertThat(other.get(file).status()).isEqualTo(404);
        assertThat(other.upload(
                                form.attr("action") + "/uploads?key=x",
                                foreign,
                                "text/plain",
                                HttpRequest.BodyPublishers.ofByteArray(octets))
                        .status())
                .isEqualTo(404);
        assertThat(visitor.upload(
                                form.attr("action") + "/uploads?key=x",
                                "none",
                                "text/plain",
                                HttpRequest.BodyPublishers.ofByteArray(octets))
                        .status())
                .isEqualTo(403);
        visitor.submit(form, file + "/deletion", Map.of());
        assertThat(visitor.get(file).status()).isEqualTo(404);
    }

    @Test
    void files_do_not_change_the_version_that_the_text_has() {
        FormElement form = begun(Map.of("subject", "Both", "text", "one"));
        upload(form, "key=k&name=a.txt", "text/plain", new byte[10]);

        Page saved = visitor.submit(form, Map.of("text", "two"));

        assertThat(saved.status()).isEqualTo(303);
        assertThat(visitor.get("/mail/Drafts").refs()).hasSize(1);
    }

    @Test
    void formatting_stays_where_no_script_runs_and_the_words_are_the_same() {
        FormElement form = begun(Map.of("subject", "Kept", "html", "<p>Some <b>bold</b> words</p>"));
        assertThat(form.select("textarea[name=text]").val()).isEqualTo("Some bold words");

        visitor.submit(form, Map.of("subject", "Renamed"));
        FormElement renamed = visitor.get(form.attr("action")).form("#composer");
        assertThat(renamed.select("textarea[name=html]").val()).contains("<b>bold</b>");
        visitor.submit(renamed, Map.of("text", "Other words"));

        FormElement other = visitor.get(form.attr("action")).form("#composer");
        assertThat(other.select("textarea[name=html]").val()).isBlank();
        assertThat(other.select("textarea[name=text]").val()).isEqualTo("Other words");
    }

    private static final String DESIGNED = """
            From: Anna <anna@sender.example>
            To: somebody@else.example
            Subject: Designed
            Date: Mon, 23 Nov 2026 10:00:00 +0000
            Message-ID: <designed@sender.example>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=m

            --m
            Content-Type: multipart/related; boundary=r

            --r
            Content-Type: text/html; charset=utf-8

            <style>p{color:red}</style><p>Hello <b>you</b> <img src="cid:logo"><img src="https://t.example/a.png" width=200 height=90></p><script>x</script>
            --r
            Content-Type: image/png; name=logo.png
            Content-ID: <logo>
            Content-Transfer-Encoding: base64

            iVBORw0KGgo=
            --r--
            --m
            Content-Type: text/plain; name=notes.txt
            Content-Disposition: attachment; filename=notes.txt

            Notes
            --m--
            """;

    private FormElement answer(String as) {
        Page list = visitor.get("/mail/INBOX");
        Page message = visitor.get("/mail/INBOX/" + list.refs().get(0));
        return visitor.follow(visitor.submit(message.form("form[action=/drafts]"), Map.of("as", as)))
                .form("#composer");
    }

    @ParameterizedTest
    @CsvSource({"REPLY,blockquote,0", "FORWARD,Hello,1", "AGAIN,Hello,1"})
    void designed_mail_is_quoted_as_such_with_its_pictures(String as, String has, int files) throws IOException {
        person.withSource("INBOX", DESIGNED);

        FormElement form = answer(as);

        String html = form.select("textarea[name=html]").val();
        assertThat(html)
                .contains(has, "<b>you</b>", "@restante\"", "https://t.example/a.png")
                .doesNotContain("script");
        assertThat(form.select("textarea[name=text]").val()).contains("Hello you");
        assertThat(form.select("[data-file]")).hasSize(files);
        String picture = html.replaceAll("(?s).*cid:([0-9a-f]{32})@restante.*", "$1");
        assertThat(visitor.get(form.attr("action") + "/attachments/" + picture).header("Content-Type"))
                .isEqualTo("image/png");
        assertThat(sent(form, Map.of("html", html)).message()).contains("Content-ID: <" + picture + "@restante>");
    }

    @Test
    void a_message_is_redirected_as_it_is() throws IOException {
        person.withSource("INBOX", DESIGNED);

        FormElement form = answer("REDIRECT");
        SmtpScript.Taken taken = sent(form, Map.of());

        assertThat(taken.message())
                .startsWith("Resent-Date: ")
                .contains("Resent-To: " + taken.recipients().get(0), "\nFrom: Anna <anna@sender.example>\n")
                .contains("Resent-From: " + person.address(), "<style>p{color:red}</style>");
    }

    @Test
    void several_messages_are_passed_on_as_files() throws IOException {
        person.withMessage("INBOX", "One").withMessage("INBOX", "Two");
        Page list = visitor.get("/mail/INBOX");
        String token = list.document().select("[name=_csrf]").val();

        Page begun = visitor.post(
                "/drafts",
                java.util.List.of(
                        Map.entry("_csrf", token),
                        Map.entry("folder", "INBOX"),
                        Map.entry("as", "ATTACHED"),
                        Map.entry("ref", list.refs().get(0)),
                        Map.entry("ref", list.refs().get(1))));

        assertThat(visitor.follow(begun).document().select(".chip-name").eachText())
                .containsExactlyInAnyOrder("One.eml", "Two.eml");
    }

    @Test
    void a_draft_of_another_program_is_gone_on_with_in_its_place() throws IOException {
        person.withMailbox("Drafts");
        try (var mail = person.mail()) {
            mail.append(
                    "Drafts",
                    "\\Draft",
                    ("From: %s\r\nTo: a@b.example\r\nBcc: c@b.example\r\nSubject: Begun elsewhere\r\n"
                                    + "Message-ID: <theirs@other.example>\r\n\r\nFirst\r\n")
                            .formatted(person.address())
                            .getBytes(StandardCharsets.UTF_8));
        }
        Page list = visitor.get("/mail/Drafts");
        Page message = visitor.get("/mail/Drafts/" + list.refs().get(0));

        FormElement form = visitor.follow(visitor.submit(message.form("form[action=/drafts]"), Map.of("as", "AGAIN")))
                .form("#composer");
        assertThat(form.select("[name=bcc]").val()).isEqualTo("c@b.example");
        visitor.submit(form, Map.of("text", "First and second"));

        Page after = visitor.get("/mail/Drafts");
        assertThat(after.document().select(".row-subject").eachText()).containsExactly("Begun elsewhere");
        assertThat(after.refs()).isNotEqualTo(list.refs());
    }

    @Test
    void those_written_to_are_offered_until_they_are_forgotten() {
        SmtpScript.Taken taken =
                sent(begun(Map.of("subject", "First")), Map.of("cc", "\"Özil, A.\" <oz@else.example>"));
        String to = taken.recipients().stream()
                .filter(each -> each.startsWith("to-"))
                .findFirst()
                .orElseThrow();

        assertThat(visitor.get("/compose").document().select("datalist option").eachAttr("value"))
                .containsExactlyInAnyOrder(to, "\"Özil, A.\" <oz@else.example>");
        Page page = visitor.get("/correspondents");
        visitor.submit(page.form("form:has([value=" + to + "])"), Map.of());
        assertThat(visitor.get("/compose").document().select("datalist option").eachAttr("value"))
                .hasSize(1);
        visitor.submit(visitor.get("/correspondents").form("main > form"), Map.of());
        assertThat(visitor.get("/compose").document().select("datalist option")).isEmpty();
    }

    @Test
    void a_link_to_an_address_begins_a_message() {
        var page = visitor.get(
                        "/compose?mailto=mailto%3Aa%2Bb%40c.example%3Fsubject%3DHi%2520you%26body%3Dx%250Ay%26cc%3Dd%40e.example")
                .document();

        assertThat(page.select("#to").val()).isEqualTo("a+b@c.example");
        assertThat(page.select("#cc").val()).isEqualTo("d@e.example");
        assertThat(page.select("#subject").val()).isEqualTo("Hi you");
        assertThat(page.select("#text").val()).isEqualTo("x\ny");
    }
}
