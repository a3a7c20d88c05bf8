package org.restante.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.restante.mime.html.HtmlSanitizer;
import org.restante.mime.html.InlineImages;
import org.restante.mime.html.PlainText;
import org.restante.testing.Corpora;

class CorporaMessagesTest {

    private final HtmlSanitizer sanitizer = new HtmlSanitizer(InlineImages.NONE);

    static Stream<Path> messages() throws IOException {
        try (Stream<Path> files = Files.walk(Corpora.folder().resolve("eml"))) {
            return files.filter(Files::isRegularFile).toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("messages")
    void no_line_and_no_body_of_a_real_message_is_too_odd(Path file) throws IOException {
        byte[] octets = Files.readAllBytes(file);
        String raw = new String(octets, StandardCharsets.ISO_8859_1);
        for (String line : raw.split("\r?\n(?![ \t])")) {
            assertThat(HeaderText.decode(line).chars()).noneMatch(Character::isISOControl);
            Parameters.decode(Map.of("name*", line.getBytes(StandardCharsets.ISO_8859_1)));
        }
        for (String encoding : List.of("7bit", "base64", "quoted-printable", "x-uuencode")) {
            byte[] decoded = TransferEncoding.decode(encoding, new ByteArrayInputStream(octets))
                    .readAllBytes();
            String text = TextDecoding.decode(decoded, "").text();
            PlainText.toHtml(text, true, false);
            String safe = sanitizer.sanitize(text).html();
            assertThat(sanitizer.sanitize(safe).html()).isEqualTo(safe);
        }
    }
}
