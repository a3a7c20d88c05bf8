package org.restante;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.testing.ApplicationTest;
import org.restante.testing.MailServersUnderTest;
import org.restante.testing.Page;
import org.restante.testing.Person;
import org.restante.testing.SampleMessages;
import org.restante.testing.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What cannot be in an address or a form is answered in words, with 400 or 404. */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MalformedAddressesTest {

    @LocalServerPort
    private int port;

    private Person person;
    private Visitor visitor;
    private String ref;

    @BeforeAll
    void sign_in() throws IOException {
        person = Person.at(MailServersUnderTest.WHOLE).withSource("INBOX", SampleMessages.WITH_ALL_KINDS_OF_PARTS);
        visitor = person.signedInAt(port);
        ref = visitor.get("/mail/INBOX").refs().get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "/mail/INBOX?page=0, 400",
        "/mail/INBOX?page=-1, 400",
        "/mail/INBOX?page=x, 400",
        "/mail/INBOX?page=99999999999, 400",
        "/mail/INBOX?page=1.5, 400",
        "/mail/INBOX?below=x, 400",
        "/mail/INBOX?below=1-0, 400",
        "/mail/INBOX?below=99999999999-1, 400",
        "/mail/INBOX?below=1-1%0d%0a, 400",
        "/mail/~zz, 404",
        "/mail/~0d~0aNOOP, 404",
        "/mail/a~2fb, 404",
        "/mail/~, 404",
        "/mail/:, 404",
        "/mail/~ff, 404",
        "/mail/~c0~80, 404",
        "/mail/None, 404",
        "/mail/*, 404",
        "/mail/~25, 404",
        "/mail/~22, 404",
        "/mail/INBOX/x, 404",
        "/mail/INBOX/1, 404",
        "/mail/INBOX/1-2-3, 404",
        "/mail/INBOX/-1--1, 404",
        "/mail/INBOX/1-99999999999, 404",
        "/mail/INBOX/1-%2a, 404",
        "/mail/INBOX/flag, 404",
        "/devices/x, 404",
        "/mail/INBOX/1-1/parts/., 400",
        "/mail/INBOX/1-1/parts/1%0d%0a2, 400",
        "/nothing, 404",
        "/actuator/health, 404",
        "/assets/../application.yaml, 400",
    })
    void an_address_that_means_nothing_gets_a_page_that_says_so(String address, int status) {
        assertProblem(visitor.get(address), status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1.999", "1.0", "1.", "x", "1.2.3.4.5.6.7.8.9", "99999999999", "-1", "HEADER"})
    void a_part_that_is_not_there_gets_a_page_that_says_so(String part) {
        assertProblem(visitor.get("/mail/INBOX/" + ref + "/parts/" + part), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1-0", "0", "1-1\r\nA1 LOGOUT", "1:*", "99999999999-1"})
    void a_form_that_names_no_message_changes_nothing(String ref) throws IOException {
        List<String> before = person.mailState();

        assertProblem(submitFlag(Map.of("ref", ref)), 400);

        assertThat(person.mailState()).isEqualTo(before);
    }

    @Test
    void a_form_may_not_mix_two_generations_of_a_folder() {
        var form = visitor.get("/mail/INBOX").form("form.messages");
        String token = form.select("[name=_csrf]").val();

        Page answer = visitor.post(
                "/mail/INBOX/flag", List.of(Map.entry("_csrf", token), Map.entry("ref", ref), Map.entry("ref", "1-1")));

        assertProblem(answer, 400);
    }

    @Test
    void a_page_beyond_the_last_is_the_last() {
        assertThat(visitor.get("/mail/INBOX?page=4000000").refs()).isNotEmpty();
    }

    private Page submitFlag(Map<String, String> fields) {
        return visitor.submit(visitor.get("/mail/INBOX").form("form.messages"), "/mail/INBOX/flag", fields);
    }

    private static void assertProblem(Page page, int status) {
        assertThat(page.status()).as("%s", page).isEqualTo(status);
        assertThat(page.document().select("main p").size()).as(page.text()).isGreaterThan(1);
        assertThat(page.text()).doesNotContain("Exception", "\tat ", "Whitelabel");
    }
}
