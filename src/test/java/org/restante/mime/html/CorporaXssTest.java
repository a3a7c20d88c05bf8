package org.restante.mime.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.restante.testing.Corpora;
import org.restante.testing.Corpora.Sample;

class CorporaXssTest {

    private final HtmlSanitizer sanitizer = new HtmlSanitizer(InlineImages.NONE);

    static Stream<Sample> attacks() throws IOException {
        return Corpora.samples("xss.jsonl", "html");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void nothing_off_the_allow_list_is_left_and_a_second_time_changes_nothing(Sample attack) {
        String safe = sanitizer.sanitize(attack.content()).html();
        AllowList.check(safe);
        assertThat(sanitizer.sanitize(safe).html()).isEqualTo(safe);
    }

    @Test
    void all_attacks_in_one_message_are_as_harmless_as_one() throws IOException {
        StringBuilder all = new StringBuilder();
        attacks().forEach(attack -> all.append(attack.content()).append('\n'));
        String safe = sanitizer.sanitize(all.toString()).html();
        AllowList.check(safe);
        assertThat(sanitizer.sanitize(safe).html()).isEqualTo(safe);
    }
}
