package org.restante.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.mime.html.QuotedText;

class FlowedTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "one",
                "one\n\ntwo",
                " indented",
                "From here on\nfrom there",
                "> quoted\n>> twice\n> once",
                "text\n-- \nsignature",
                "-- https://else.example/a-very-long-address-without-any-space/that-does-not-fit-into-a-line/of-the-usual-width",
                "a very long line that goes on and on, word after word, until there is no place left on any screen"
                        + " that anybody has",
                "> a very long line that goes on and on, word after word, until there is no place left on any screen"
                        + " that anybody has",
                "没有空格的很长的一行字没有空格的很长的一行字没有空格的很长的一行字没有空格的很长的一行字没有空格的很长的一行字没有空格的很长的一行字没有空格的很长的一行字"
            })
    void what_readers_see_is_what_was_typed(String text) {
        String flowed = FlowedText.of(text);

        assertThat(QuotedText.unflowed(flowed, true, false)).isEqualTo(text);
    }

    @Test
    void lines_are_short_where_they_can_be() {
        String flowed = FlowedText.of("word ".repeat(100) + "end");

        assertThat(flowed.lines()).allMatch(line -> line.length() <= 78);
        assertThat(flowed.lines().limit(3)).allMatch(line -> line.endsWith(" "));
    }
}
