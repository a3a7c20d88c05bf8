package org.restante.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "report.pdf|report.pdf",
                "Grüße 2026.pdf|Grüße 2026.pdf",
                "日本語.txt|日本語.txt",
                "../../etc/passwd|passwd",
                "C:\\Users\\x\\evil.exe|evil.exe",
                "%2e%2e%2f|_2e_2e_2f",
                "..|attachment.pdf",
                "''|attachment.pdf",
                "/|attachment.pdf",
                ".htaccess|htaccess",
                "name. . .|name",
                "nul.txt|_nul.txt",
                "COM1|_COM1",
                "desktop.ini|_desktop.ini",
                "conference.txt|conference.txt",
                "\"; filename=\"y.html|__ filename=_y.html",
                "\"onmouseover=alert(1) x=\".png|_onmouseover=alert(1) x=_.png",
                "x.HTML;.jpg|x.HTML_.jpg",
                "'line\r\nbreak.txt'|line  break.txt",
                "photo\u202Egnp.exe|photognp.exe",
                "a\u200Bb.txt|a_b.txt",
                "full／width＼path.txt|full_width_path.txt",
            })
    void names_are_made_safe(String name, String expected) {
        assertThat(FileNames.safe(name, "application/pdf")).isEqualTo(expected);
    }

    @Test
    void a_missing_name_gets_the_extension_of_its_type() {
        assertThat(FileNames.safe(null, "message/rfc822")).isEqualTo("attachment.eml");
        assertThat(FileNames.safe("", "Image/PNG")).isEqualTo("attachment.png");
        assertThat(FileNames.safe("")).isEqualTo("attachment.bin");
    }

    @Test
    void a_long_name_is_cut_between_characters_and_keeps_its_extension() {
        String safe = FileNames.safe("💾".repeat(300) + ".tar.gz");
        assertThat(safe).endsWith("💾.gz").doesNotContain("\uFFFD");
        assertThat(safe.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void any_name_is_safe_and_stays_as_it_is_the_second_time() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder name = new StringBuilder();
            random.ints(random.nextInt(12), 0, 0x3000).forEach(c -> name.append((char) (c % 5 == 0 ? c : c % 128)));
            String safe = FileNames.safe(name.toString());
            assertThat(safe)
                    .isNotBlank()
                    .doesNotContain("/", "\\", "\"", "\r", "\n", "\0")
                    .doesNotStartWith(".");
            assertThat(FileNames.safe(safe)).isEqualTo(safe);
        }
    }
}
