package org.restante.demo;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads letters. A line {@code @ placing} begins one, then come header fields, an empty line and the text; lines {@code + placing} after
 * it say where else the same letter lies, with other variables.
 */
final class Letters {

    private final ZonedDateTime now;

    Letters(ZonedDateTime now) {
        this.now = now;
    }

    /** Returns the letters of a file among the demo's resources, in the order in which they stand there. */
    List<Letter> read(String name) throws IOException, MessagingException {
        List<Letter> letters = new ArrayList<>();
        for (String block : Resources.text(name).split("(?m)^@ ")) {
            if (!block.isBlank()) {
                letters.addAll(letter(block));
            }
        }
        return letters;
    }

    private List<Letter> letter(String block) throws IOException, MessagingException {
        List<String> placings = new ArrayList<>();
        StringBuilder content = new StringBuilder();
        for (String line : block.split("\n")) {
            if (placings.isEmpty() || line.startsWith("+ ")) {
                placings.add(line.replaceFirst("^\\+ ", ""));
            } else {
                content.append(line).append('\n');
            }
        }
        InputStream in = new ByteArrayInputStream(content.toString().getBytes(StandardCharsets.UTF_8));
        InternetHeaders fields = new InternetHeaders(in, true);
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip() + "\n";
        return placings.stream()
                .map(placing -> new Letter(Placing.of(placing, now), fields, text))
                .toList();
    }
}
