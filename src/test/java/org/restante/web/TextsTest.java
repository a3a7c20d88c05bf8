package org.restante.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 1 | 1 message is marked as read.",
                "en | 1200 | 1,200 messages are marked as read.",
                "de | 1200 | 1.200 Nachrichten sind als gelesen markiert.",
                "ru | 1 | 1 письмо помечено прочитанным.",
                "ru | 3 | 3 письма помечены прочитанными.",
                "ru | 21 | 21 письмо помечено прочитанным.",
                "ru | 25 | 25 писем помечено прочитанными.",
                "ar | 2 | عُلِّمت رسالتان كمقروءتين.",
                "ar | 11 | عُلِّمت 11 رسالة كمقروءة.",
                "ja | 3 | 3件を既読にしました。",
            })
    void agree_with_numbers(String locale, int count, String sentence) {
        assertThat(TextsOf.locale(locale).get("message.done.seen", count)).isEqualTo(sentence);
    }

    @Test
    void take_values_as_they_are() {
        assertThat(TextsOf.locale("fr").get("message.list.flagNamed", "L'été {0} '{1}'"))
                .isEqualTo("Marquer d’une étoile : L'été {0} '{1}'");
    }

    @Test
    void that_do_not_exist_are_a_fault() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextsOf.locale("en").get("no.such.text"))
                .withMessageContaining("no.such.text");
    }

    @Test
    void order_names_as_the_language_does() {
        assertThat(List.of("Zebra", "Ärzte", "Öl", "Aal").stream()
                        .sorted(TextsOf.locale("de").order()))
                .containsExactly("Aal", "Ärzte", "Öl", "Zebra");
        assertThat(List.of("Zebra", "Ärzte", "Öl", "Aal").stream()
                        .sorted(TextsOf.locale("sv").order()))
                .containsExactly("Aal", "Zebra", "Ärzte", "Öl");
    }
}
