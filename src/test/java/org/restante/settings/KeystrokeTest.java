package org.restante.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeystrokeTest {

    @ParameterizedTest
    @CsvSource({"' j ', j", "g  i, g i", "Shift+i, I", "shift + U, U", "g Shift+a, g A", "é, é", "'', ''", "+, +"})
    void is_read_as_people_write_it(String typed, String written) {
        Keystroke keystroke = Keystroke.typed(typed);

        assertThat(keystroke.written()).isEqualTo(written);
        assertThat(keystroke.isPossible()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Enter", "Ctrl+s", "g i j", "gg", "g ii"})
    void is_one_key_or_two(String typed) {
        assertThat(Keystroke.typed(typed).isPossible()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"j, j, true", "g, g i, true", "g i, g, true", "g i, g d, false", "i, I, false", "'', '', false"})
    void collides_with_one_that_could_not_be_told_from_it(String one, String other, boolean collides) {
        assertThat(new Keystroke(one).collidesWith(new Keystroke(other))).isEqualTo(collides);
    }

    @Test
    void shows_shift_for_a_capital_letter() {
        assertThat(new Keystroke("g I").caps()).containsExactly("g", "Shift", "I");
        assertThat(new Keystroke("").caps()).isEmpty();
    }

    @Test
    void of_the_standard_are_sound_and_need_no_place() {
        assertThat(Keys.standard().areSound()).isTrue();
        assertThat(Keys.standard().kept()).isEmpty();
    }

    @Test
    void that_differs_comes_back_as_it_was_kept() {
        Keys keys = Keys.standard().changed(Map.of("next", "n", "help", "", "inbox", "h i"));

        assertThat(keys.kept()).isEqualTo("next n\tinbox h i\thelp ");
        assertThat(Keys.read(keys.kept()).lines()).isEqualTo(keys.lines());
        assertThat(Keys.read("nonsense\tnext\tunknown z\tnext n").of(Shortcut.NEXT))
                .isEqualTo(new Keystroke("n"));
    }
}
