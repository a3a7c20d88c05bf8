package org.restante.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.mime.Address;

class RecipientsTest {

    @Test
    void a_list_is_read_as_people_type_it() {
        Recipients read =
                Recipients.of("anna@example.org, \"Müller, Jörg\" <joerg@example.org>; Zoë <zoe@example.org>");

        assertThat(read.addresses())
                .containsExactly(
                        new Address("", "anna@example.org"),
                        new Address("Müller, Jörg", "joerg@example.org"),
                        new Address("Zoë", "zoe@example.org"));
        assertThat(read.wrong()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a@bücher.example, a@xn--bcher-kva.example",
        "用户@例え.example, 用户@xn--r8jz45g.example",
        "a@[192.0.2.1], a@[192.0.2.1]",
        "'\"with space\"@example.org', '\"with space\"@example.org'",
        "x+y=z@example.org, x+y=z@example.org"
    })
    void an_address_keeps_its_local_part_and_has_its_domain_in_ascii(String typed, String address) {
        assertThat(Recipients.checked(typed)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna",
                "@example.org",
                "anna@",
                "an na@example.org",
                "a..b@example.org",
                ".a@example.org",
                "a@b c.example",
                "a@-.example.org-\u0000",
                "a@exa_mple.org",
                "anna@example.org> SIZE=1",
                "\"a\rb\"@example.org",
                "a@example..org"
            })
    void what_cannot_be_an_address_is_none(String typed) {
        assertThat(Recipients.checked(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna@example.org\r\nBcc: evil@example.org",
                "anna@example.org\nRCPT TO:<evil@example.org>",
                "\"x\r\nSubject: y\" <anna@example.org>",
                "anna@example.org\u0000",
                "anna@example.org\u2028evil@example.org"
            })
    void a_line_break_makes_the_whole_list_wrong(String typed) {
        Recipients read = Recipients.of(typed);

        assertThat(read.addresses()).isEmpty();
        assertThat(read.wrong()).hasSize(1);
    }

    @Test
    void a_group_that_nothing_ends_is_not_meant() {
        Recipients read = Recipients.of("anna@example.org, Bcc: zoe@example.org, bert@example.org");

        assertThat(read.addresses()).containsExactly(new Address("", "anna@example.org"));
        assertThat(read.wrong()).containsExactly("Bcc: zoe@example.org, bert@example.org");
        assertThat(Recipients.of("Team: anna@example.org, bert@example.org; mailto:zoe@example.org")
                        .addresses())
                .hasSize(3);
    }

    @Test
    void each_address_counts_once() {
        assertThat(Recipients.addresses(Recipients.of("a@x.example, b@x.example"), Recipients.of("A <a@x.example>")))
                .isEqualTo(List.of("a@x.example", "b@x.example"));
    }
}
