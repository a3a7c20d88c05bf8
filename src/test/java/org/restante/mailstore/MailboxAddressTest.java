package org.restante.mailstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxAddressTest {

    @ParameterizedTest
    @CsvSource({
        "INBOX, INBOX",
        "Archive/2026, Archive:2026",
        "Entwürfe, Entwürfe",
        "会議/資料, 会議:資料",
        "To do, To~20do",
        "a:b, a~3ab",
        "50 %, 50~20~25",
        "~x, ~7ex",
        "., ~2e",
        ".hidden, ~2ehidden",
        "R&D, R~26D",
        "🙂, ~f0~9f~99~82",
        "/a, :a",
        "//a, ::a",
    })
    void writes_any_name_as_one_segment_and_reads_it_back(String path, String segment) {
        MailboxName name = new MailboxName(List.of(path.split("/", -1)));

        assertThat(name.toAddress()).isEqualTo(segment);
        assertThat(MailboxName.fromAddress(segment)).isEqualTo(name);
    }

    @Test
    void is_reversible_for_random_names() {
        var random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            List<String> path = IntStream.rangeClosed(0, random.nextInt(3))
                    .mapToObj(level -> randomText(random))
                    .toList();
            MailboxName name = new MailboxName(path);

            assertThat(MailboxName.fromAddress(name.toAddress())).isEqualTo(name);
            assertThat(name.toAddress()).doesNotContain("/", "%", "?", "#").doesNotStartWith(".");
        }
    }

    private static String randomText(Random random) {
        return random.ints(1 + random.nextInt(8), ' ', 0x2FFF)
                .filter(c -> !Character.isSurrogate((char) c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .append('x')
                .toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "~",
                "~2",
                "~zz",
                "~2E",
                "a~00b",
                "a~0d~0ab",
                "~41",
                "a b",
                "~ff",
                "a/b",
                "..",
                ".a",
                "~+1"
            })
    void refuses_what_it_never_writes(String segment) {
        assertThatIllegalArgumentException().isThrownBy(() -> MailboxName.fromAddress(segment));
    }

    @Test
    void takes_inbox_in_any_case() {
        assertThat(MailboxName.fromAddress("inbox")).isEqualTo(MailboxName.INBOX);
        assertThat(MailboxName.of("Inbox", "Sub")).isEqualTo(MailboxName.of("INBOX", "Sub"));
    }
}
