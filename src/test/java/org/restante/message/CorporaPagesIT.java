package org.restante.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.testing.Corpora;
import org.restante.testing.DovecotApplicationTest;
import org.restante.testing.DovecotUnderTest;
import org.restante.testing.MailboxFiller;
import org.restante.testing.Page;
import org.restante.testing.Person;
import org.restante.testing.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Messages of other projects' tests are shown as these projects say, and none takes long. */
@DovecotApplicationTest
class CorporaPagesIT {

    private static final Duration SOON = Duration.ofSeconds(1);

    @LocalServerPort
    private int port;

    private final Person person = DovecotUnderTest.person("corpora", DovecotUnderTest.DOVECOT);
    private Visitor visitor;

    @BeforeEach
    void sign_in() {
        visitor = person.signedInAt(port);
    }

    @Test
    void each_shows_what_a_reader_must_get() throws IOException {
        List<ExpectedMessage> all = ExpectedMessage.all();
        List<String> addresses = fill(
                "Expected",
                all.stream()
                        .map(expected -> Corpora.folder().resolve("eml").resolve(expected.file()))
                        .toList());
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            differences.addAll(all.get(i).differences(ShownMessage.at(addresses.get(i), visitor)));
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void each_is_shown_at_once() throws IOException {
        List<Path> files;
        try (Stream<Path> walked = Files.walk(Corpora.folder().resolve("eml"))) {
            files = walked.filter(Files::isRegularFile).toList();
        }
        List<String> addresses = fill("All", files);
        visitor.get(addresses.get(0));
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            for (String address : List.of(addresses.get(i), addresses.get(i) + "/body", addresses.get(i) + "/source")) {
                long start = System.nanoTime();
                Page page = visitor.get(address);
                Duration took = Duration.ofNanos(System.nanoTime() - start);
                if (page.status() != 200 || took.compareTo(SOON) > 0) {
                    problems.add(files.get(i) + " " + page + " in " + took.toMillis() + " ms");
                }
            }
        }
        assertThat(problems).isEmpty();
    }

    private List<String> fill(String mailbox, List<Path> files) throws IOException {
        try (MailboxFiller mail = person.mail()) {
            mail.create(mailbox);
            for (Path file : files) {
                mail.append(mailbox, "", Files.readAllBytes(file));
            }
        }
        List<String> refs = new ArrayList<>();
        for (int page = 1; refs.size() < files.size(); page++) {
            refs.addAll(visitor.get("/mail/" + mailbox + "?page=" + page).refs());
        }
        java.util.Collections.sort(refs, java.util.Comparator.comparingInt(ref -> Integer.parseInt(ref.split("-")[1])));
        return refs.stream().map(ref -> "/mail/" + mailbox + "/" + ref).toList();
    }
}
