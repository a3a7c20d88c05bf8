package org.restante.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParametersTest {

    private static Map<String, String> decode(String... namesAndValues) {
        Map<String, byte[]> raw = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            raw.put(namesAndValues[i], namesAndValues[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return Parameters.decode(raw);
    }

    @Test
    void plain_values_stay_and_names_become_lower_case() {
        assertThat(decode("CHARSET", "utf-8", "Format", "flowed"))
                .isEqualTo(Map.of("charset", "utf-8", "format", "flowed"));
    }

    @Test
    void a_value_with_a_character_set_is_decoded() {
        assertThat(decode("filename*", "utf-8'en'na%C3%AFve%20plan.pdf")).containsEntry("filename", "naïve plan.pdf");
        assertThat(decode("filename*", "iso-8859-1''%A3.txt")).containsEntry("filename", "£.txt");
    }

    @Test
    void continuations_are_joined_in_the_order_of_their_numbers() {
        assertThat(decode("name*2", "three.txt", "name*0*", "utf-8''%C3", "name*1*", "%BC-"))
                .containsEntry("name", "ü-three.txt");
        assertThat(decode("name*1", "b", "name*10", "k", "name*2", "c")).containsEntry("name", "bck");
    }

    @Test
    void an_extended_value_wins_over_the_plain_one() {
        assertThat(decode("filename", "EURO.txt", "filename*", "utf-8''%E2%82%AC.txt"))
                .containsEntry("filename", "€.txt");
        assertThat(decode("filename*", "utf-8''%E2%82%AC.txt", "filename", "EURO.txt"))
                .containsEntry("filename", "€.txt");
    }

    @Test
    void encoded_words_are_decoded_though_they_are_not_allowed_here() {
        assertThat(decode("name", "=?utf-8?Q?K=C3=B6ln.png?=")).containsEntry("name", "Köln.png");
        assertThat(decode("name*0", "=?utf-8?Q?K=C3", "name*1", "=B6ln.png?=")).containsEntry("name", "Köln.png");
    }

    @Test
    void raw_eight_bit_values_and_missing_character_sets_are_guessed() {
        assertThat(decode("name", "Köln.png")).containsEntry("name", "Köln.png");
        assertThat(decode("name*", "K%C3%B6ln.png")).containsEntry("name", "Köln.png");
        assertThat(decode("name*", "''K%C3%B6ln.png")).containsEntry("name", "Köln.png");
        assertThat(decode("name*", "x-none''K%F6ln.png")).containsEntry("name", "Köln.png");
    }

    @Test
    void broken_escapes_and_odd_names_stay() {
        assertThat(decode("name*", "utf-8''100%")).containsEntry("name", "100%");
        assertThat(decode("name*", "utf-8''%zz%4")).containsEntry("name", "%zz%4");
        assertThat(decode("*", "x", "a**", "y", "b*x*", "z", "c*999999999999", "w"))
                .isEqualTo(Map.of("*", "x", "a", "y", "b", "z", "c", "w"));
    }

    @Test
    void line_breaks_hidden_in_escapes_are_gone() {
        assertThat(decode("filename*", "utf-8''a%0D%0ASet-Cookie:x")).containsEntry("filename", "a  Set-Cookie:x");
    }

    @Test
    void the_file_name_is_that_of_the_disposition_else_of_the_type() {
        assertThat(Parameters.fileName(Map.of("filename", "a"), Map.of("name", "b")))
                .isEqualTo("a");
        assertThat(Parameters.fileName(Map.of(), Map.of("name", "b"))).isEqualTo("b");
        assertThat(Parameters.fileName(Map.of(), Map.of())).isEmpty();
    }
}
