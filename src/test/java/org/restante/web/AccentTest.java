package org.restante.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccentTest {

    private static final Pattern COLOURS = Pattern.compile(".*light:(#[0-9a-f]{6});--brand-on-dark:(#[0-9a-f]{6}).*");

    @ParameterizedTest
    @ValueSource(strings = {"#0f6b6b", "#ffff00", "#0000ff", "#000000", "#ffffff", "#FF0066", "#808080"})
    void any_colour_can_be_read_on_light_and_on_dark_surfaces(String colour) {
        Matcher style = COLOURS.matcher(Accent.of(colour).style());

        assertThat(style.matches()).isTrue();
        assertThat(Accent.of(style.group(1)).contrast(Accent.of("#ffffff"))).isGreaterThan(5.5);
        assertThat(Accent.of(style.group(2)).contrast(Accent.of("#24282c"))).isGreaterThan(5.5);
    }

    @Test
    void a_colour_that_can_be_read_stays_as_it_is() {
        assertThat(Accent.of(Brand.TEAL).style()).contains("--brand-on-light:#0f6b6b");
    }

    @Test
    void what_is_no_colour_is_refused_with_words_that_help() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Accent.of("red;}"))
                .withMessageContaining("restante.brand.accent");
    }
}
