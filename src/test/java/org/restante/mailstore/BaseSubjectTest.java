package org.restante.mailstore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaseSubjectTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "Hello, Hello, false",
                "Re: Hello, Hello, true",
                "RE : re[2]:  Hello  there, Hello there, true",
                "Fwd: Fw: Hello (fwd), Hello, true",
                "[list] Re: [other] Hello, Hello, true",
                "[list] Hello, Hello, false",
                "[list], [list], false",
                "[Fwd: Re: Hello], Hello, true",
                "Report: Hello, Report: Hello, false",
                "Re:, ~~, true",
                "~~, ~~, false"
            })
    void takes_the_marks_off(String subject, String base, boolean reply) {
        assertThat(BaseSubject.of(subject)).isEqualTo(base);
        assertThat(BaseSubject.isReply(subject)).isEqualTo(reply);
    }

    @Test
    void takes_little_time_for_what_is_long() {
        assertThat(BaseSubject.of("[".repeat(500_000))).hasSizeLessThan(2_000);
        assertThat(BaseSubject.of("re: [x] ".repeat(100_000))).hasSizeLessThan(2_000);
    }
}
