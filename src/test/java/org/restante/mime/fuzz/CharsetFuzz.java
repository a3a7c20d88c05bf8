package org.restante.mime.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.restante.mime.FileNames;
import org.restante.mime.HeaderText;
import org.restante.mime.Parameters;
import org.restante.mime.TextDecoding;
import org.restante.mime.TransferEncoding;

/** Decodes octets by the character set in their first line, in every transfer encoding, and as header text. */
final class CharsetFuzz {

    private CharsetFuzz() {}

    static void run(byte[] octets) throws IOException {
        List<String> lines = FuzzTarget.lines(octets);
        byte[] rest = lines.get(1).getBytes(StandardCharsets.ISO_8859_1);
        TextDecoding.decode(rest, lines.get(0));
        TextDecoding.decodeHtml(new ByteArrayInputStream(rest), "", 1 << 20);
        for (String encoding : List.of("base64", "quoted-printable", "x-uuencode")) {
            byte[] decoded = TransferEncoding.decode(encoding, new ByteArrayInputStream(rest))
                    .readAllBytes();
            assertThat(decoded.length).isLessThanOrEqualTo(rest.length);
            TextDecoding.decode(decoded, lines.get(0));
        }
        String text = HeaderText.decode(octets);
        assertThat(text.chars()).noneMatch(Character::isISOControl);
        String name = Parameters.decode(Map.of("filename*", octets, "filename*1", rest))
                .getOrDefault("filename", "");
        assertThat(FileNames.safe(name)).isNotBlank().doesNotContain("/", "\\", "\0", "\n");
    }
}
