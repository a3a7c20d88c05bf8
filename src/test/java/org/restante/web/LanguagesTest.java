package org.restante.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    private final Languages languages = new Languages("Restante");

    LanguagesTest() throws IOException {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "de | GERMAN | de-DE",
                "de-AT,en;q=0.5 | GERMAN | de-AT",
                "en-US,en | ENGLISH | en-US",
                "en | ENGLISH | en-GB",
                "tlh,fr-CA;q=0.5 | FRENCH | fr-CA",
                "pt-PT | PORTUGUESE | pt-PT",
                "zh | SIMPLIFIED_CHINESE | zh-CN",
                "zh-HK | TRADITIONAL_CHINESE | zh-HK",
                "zh-Hant | TRADITIONAL_CHINESE | zh-TW",
                "iw | HEBREW | he-IL",
                "ar-EG | ARABIC | ar-EG",
                "de-ZZ | GERMAN | de-DE",
                "de-DE-u-nu-thai | GERMAN | de-DE",
                "xx | ENGLISH | en-GB",
                "- | ENGLISH | en-GB",
                "&%$;;q=x | ENGLISH | en-GB",
            })
    void are_found_by_what_the_browser_says(String acceptLanguage, Language language, String locale) {
        Locale found = languages.locale(acceptLanguage, null);

        assertThat(found).isEqualTo(Locale.forLanguageTag(locale));
        assertThat(languages.texts(found).language()).isEqualTo(language);
    }

    @Test
    void that_a_person_chose_hold_whatever_the_browser_says() {
        assertThat(languages.locale("en-US", Language.GERMAN)).isEqualTo(Locale.GERMANY);
        assertThat(languages.locale("en-US,de-CH;q=0.4", Language.ENGLISH)).isEqualTo(Locale.US);
    }

    @Test
    void of_unknown_regions_are_not_kept() {
        Texts texts = languages.texts(Locale.forLanguageTag("de-ZZ-x-some-thing"));

        assertThat(texts).isSameAs(languages.texts(Locale.GERMANY));
        assertThat(languages.texts(Locale.ROOT).language()).isEqualTo(Language.ENGLISH);
    }
}
