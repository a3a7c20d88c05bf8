package org.restante.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "999, 999 B",
        "1000, 1.0 kB",
        "4240, 4.2 kB",
        "9949, 9.9 kB",
        "9950, 10 kB",
        "999499, 999 kB",
        "999500, 1.0 MB",
        "13000000, 13 MB",
        "2500000000, 2.5 GB",
        "7000000000000000, '7,000 TB'"
    })
    void are_said_as_people_say_them(long octets, String words) {
        assertThat(TextsOf.locale("en").size(octets)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "fr-FR, '4,2 ko', 999 o",
        "de-DE, '4,2 kB', 999 B",
        "ru-RU, '4,2 кБ', 999 Б",
        "ar-EG, ٤٫٢ كيلوبايت, ٩٩٩ بايت"
    })
    void are_said_as_the_locale_says_them(String locale, String kilobytes, String bytes) {
        Texts texts = TextsOf.locale(locale);

        assertThat(texts.size(4240).replaceAll("[\\u00a0\\u202f]", " ")).isEqualTo(kilobytes);
        assertThat(texts.size(999)).isEqualTo(bytes);
    }
}
