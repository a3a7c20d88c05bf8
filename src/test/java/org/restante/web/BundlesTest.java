package org.restante.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keeps the bundles from drifting apart. */
class BundlesTest {

    private static final int SAME_IN_MOST = 16;

    private final Map<String, String> english = Bundle.read(Language.ENGLISH, "Restante");

    BundlesTest() throws IOException {}

    @ParameterizedTest
    @EnumSource(Language.class)
    void each_language_has_the_texts_that_english_has(Language language) throws IOException {
        assertThat(Bundle.read(language, "Restante")).containsOnlyKeys(english.keySet());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void each_text_is_filled_with_the_same_values(Language language) throws IOException {
        Bundle.read(language, "Restante")
                .forEach((key, text) ->
                        assertThat(values(text)).as(key).isEqualTo(values(english.getOrDefault(key, text))));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void each_plural_has_the_forms_of_its_language(Language language) throws IOException {
        Set<String> forms =
                PluralRules.forLocale(ULocale.forLanguageTag(language.tag())).getKeywords();
        Bundle.read(language, "Restante").forEach((key, text) -> {
            Set<String> given = plurals(text);
            assertThat(given.isEmpty() ? forms : given).as(key).isEqualTo(forms);
        });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void no_apostrophe_quotes_a_value(Language language) throws IOException {
        assertThat(Bundle.read(language, "Restante").values()).noneMatch(text -> text.matches(".*'[{}|#].*"));
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "ENGLISH")
    void hardly_a_text_is_as_in_english(Language language) throws IOException {
        assertThat(Bundle.read(language, "Restante").entrySet().stream()
                        .filter(text -> text.getValue().equals(english.get(text.getKey()))))
                .hasSizeLessThan(SAME_IN_MOST);
    }

    private static Set<Integer> values(String text) {
        MessagePattern pattern = new MessagePattern(text);
        Set<Integer> values = new TreeSet<>();
        for (int i = 0; i < pattern.countParts(); i++) {
            if (pattern.getPartType(i) == Part.Type.ARG_NUMBER) {
                values.add(pattern.getPart(i).getValue());
            }
        }
        return values;
    }

    /** Returns the forms of the plurals in a text, those of single numbers aside; empty where it has none. */
    private static Set<String> plurals(String text) {
        MessagePattern pattern = new MessagePattern(text);
        Set<String> forms = new TreeSet<>();
        for (int i = 0; i < pattern.countParts(); i++) {
            Part part = pattern.getPart(i);
            if (part.getType() == Part.Type.ARG_START && part.getArgType() == ArgType.PLURAL) {
                forms.addAll(forms(pattern, i));
            }
        }
        return forms;
    }

    private static Set<String> forms(MessagePattern pattern, int start) {
        Set<String> forms = new TreeSet<>();
        for (int i = start + 1; i < pattern.getLimitPartIndex(start); i++) {
            if (pattern.getPartType(i) == Part.Type.ARG_SELECTOR) {
                forms.add(pattern.getSubstring(pattern.getPart(i)));
            }
        }
        forms.removeIf(form -> form.startsWith("="));
        return forms;
    }
}
