package org.restante.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.restante.mime.Address;

class AvatarTest {

    @ParameterizedTest
    @CsvSource({
        "Ruth Adeyemi, RA",
        "Ruth van der Adeyemi, RA",
        "ruth, R",
        "森田 健二, 森",
        "Оксана Шевченко, ОШ",
        "'Adeyemi, Ruth', AR",
        "(team) x, TX",
        "!!!, ''"
    })
    void shows_the_first_letters_of_a_name(String name, String initials) {
        assertThat(Avatar.of(new Address(name, "a@example.org")).initials()).isEqualTo(initials);
    }

    @Test
    void takes_the_local_part_where_there_is_no_name() {
        assertThat(Avatar.of(new Address("", "ruth@example.org")).initials()).isEqualTo("R");
        assertThat(Avatar.of(new Address("", "")).initials()).isEmpty();
    }

    @Test
    void is_coloured_by_the_address_alone() {
        int hue = Avatar.of(new Address("Ruth", "ruth@example.org")).hue();

        assertThat(hue).isBetween(0, 11);
        assertThat(Avatar.of(new Address("Ruth Adeyemi", "RUTH@example.org")).hue())
                .isEqualTo(hue);
    }
}
