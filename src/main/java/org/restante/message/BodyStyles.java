package org.restante.message;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.restante.mime.MessageBody;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What the frame of a message starts with: mail that was designed was designed for white paper, plain text follows the page. */
@Component
class BodyStyles {

    private final String designed = read("message/html-frame.css");
    private final String plain = read("message/text-frame.css");

    BodyStyles() throws IOException {}

    /** Returns the styles of a message's text. */
    MessageBody.Style ofBody() {
        return new MessageBody.Style(designed, plain);
    }

    /** Returns the style of what was not designed. */
    String ofFile() {
        return plain;
    }

    private static String read(String file) throws IOException {
        return new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
    }
}
