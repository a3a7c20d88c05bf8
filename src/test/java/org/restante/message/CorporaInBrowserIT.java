package org.restante.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.restante.testing.Browser;
import org.restante.testing.BrowserLook;
import org.restante.testing.BrowserWindow;
import org.restante.testing.Corpora;
import org.restante.testing.Corpora.Sample;
import org.restante.testing.DovecotApplicationTest;
import org.restante.testing.DovecotUnderTest;
import org.restante.testing.MailboxFiller;
import org.restante.testing.Person;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Messages that attack whoever reads them, each opened in the real page in a real browser. */
@DovecotApplicationTest
class CorporaInBrowserIT {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({"xss.jsonl, html, text/html", "text.jsonl, text, text/plain"})
    void none_of_them_does_anything(String file, String field, String type) throws IOException {
        List<Sample> samples = Corpora.samples(file, field).toList();
        Person person = DovecotUnderTest.person("attacked-" + field, DovecotUnderTest.DOVECOT);
        fill(person, samples, type);
        try (Browser browser = Browser.launch();
                BrowserWindow window = browser.open("http://localhost:" + port, BrowserLook.DESKTOP)) {
            String generation = signIn(window, person);
            assertThat(harm(window, samples, generation)).isEmpty();
        }
    }

    private static void fill(Person person, List<Sample> samples, String type) throws IOException {
        try (MailboxFiller mail = person.mail()) {
            for (Sample sample : samples) {
                String body =
                        Base64.getMimeEncoder().encodeToString(sample.content().getBytes(StandardCharsets.UTF_8));
                mail.append(
                        "INBOX",
                        "From: a@b.example\nSubject: %s\nMIME-Version: 1.0\nContent-Type: %s; charset=utf-8\nContent-Transfer-Encoding: base64\n\n%s\n"
                                .formatted(sample.id(), type, body));
            }
        }
    }

    /** Returns the inbox's UIDVALIDITY. */
    private static String signIn(BrowserWindow window, Person person) {
        var page = window.visit("/login");
        page.fill("#username", person.address());
        page.fill("#password", person.password());
        page.click("form.sign-in [type=submit]");
        page.waitForSelector("li.row");
        return page.locator("li.row").first().getAttribute("data-ref").replaceAll("-.*", "");
    }

    private static List<String> harm(BrowserWindow window, List<Sample> samples, String generation) {
        List<String> harm = new ArrayList<>();
        int known = 0;
        for (int i = 0; i < samples.size(); i++) {
            String address = "/mail/INBOX/" + generation + "-" + (i + 1);
            var page = window.visit(address);
            if (!page.url().endsWith(address) || page.context().pages().size() > 1) {
                harm.add(samples.get(i) + " led to " + page.url());
            }
            if (page.frames().size() != 2) {
                harm.add(samples.get(i) + " has " + page.frames().size() + " frames");
            }
            List<String> problems = window.problems();
            for (String problem : problems.subList(known, problems.size())) {
                harm.add(samples.get(i) + ": " + problem);
            }
            known = problems.size();
        }
        return harm;
    }
}
