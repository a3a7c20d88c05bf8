package org.restante.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "ann@example.org                                | ~~            | ann@example.org",
                "Ann Lee <ann@example.org>                      | Ann Lee       | ann@example.org",
                "\"Lee, Ann\" <ann@example.org>                 | Lee, Ann      | ann@example.org",
                "\"Ann \\\"the\\\" Lee\" <ann@example.org>      | Ann \"the\" Lee | ann@example.org",
                "ann@example.org (Ann Lee)                      | Ann Lee       | ann@example.org",
                "=?utf-8?q?Ann_L=C3=A9e?= <ann@example.org>     | Ann Lée       | ann@example.org",
                "\"=?utf-8?q?Ann_L=C3=A9e?=\" <ann@example.org> | Ann Lée       | ann@example.org",
                "<@relay.example:ann@example.org>               | ~~            | ann@example.org",
                "\"odd one\"@example.org                        | ~~            | \"odd one\"@example.org",
                "Ann < ann @ example.org >                      | Ann           | ann@example.org",
                "Ann <ann@example.org                           | Ann           | ann@example.org",
                "Ann Lee                                        | Ann Lee       | ~~",
                "Ann Lee ann@example.org                        | Ann Lee       | ann@example.org",
                "Ann <<ann@example.org>>                        | Ann           | ann@example.org",
                "Ann <mailto:ann@example.org>                   | Ann           | ann@example.org",
                "MAILER-DAEMON <>                               | MAILER-DAEMON | ~~",
                "Ann <nowhere>                                  | Ann           | ~~",
            })
    void reads_one(String field, String name, String address) {
        assertThat(parse(field)).containsExactly(new Address(name, address));
    }

    @Test
    void reads_lists_and_flattens_groups() {
        assertThat(parse("a@x, , B <b@x>,\r\n c@x"))
                .extracting(Address::address)
                .containsExactly("a@x", "b@x", "c@x");
        assertThat(parse("friends: a@x, B <b@x>; c@x"))
                .extracting(Address::address)
                .containsExactly("a@x", "b@x", "c@x");
        assertThat(parse("undisclosed-recipients:;")).containsExactly(new Address("undisclosed-recipients", ""));
    }

    @Test
    void raw_eight_bit_names_are_read() {
        assertThat(AddressParser.parse("Léa <lea@x>".getBytes(StandardCharsets.UTF_8)))
                .containsExactly(new Address("Léa", "lea@x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "<", "\"", "a:", ":", "@,", "<<a@x>", "a@x:", "((((\\", "\"\\"})
    void bombs_are_bounded(String bit) {
        assertTimeout(Duration.ofSeconds(2), () -> parse(bit.repeat(200_000)));
    }

    private static List<Address> parse(String field) {
        return AddressParser.parse(field.getBytes(StandardCharsets.UTF_8));
    }
}
