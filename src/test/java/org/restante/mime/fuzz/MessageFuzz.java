package org.restante.mime.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.restante.mime.AuthenticationResults;
import org.restante.mime.DecodedText;
import org.restante.mime.Display;
import org.restante.mime.EnglishNotices;
import org.restante.mime.Envelope;
import org.restante.mime.EnvelopeParser;
import org.restante.mime.HeaderFields;
import org.restante.mime.MessageBody;
import org.restante.mime.ParsedMessage;
import org.restante.mime.ParsedMessage.Range;
import org.restante.mime.Part;
import org.restante.mime.PartId;
import org.restante.mime.SenderDoubts;
import org.restante.mime.StructureParser;
import org.restante.mime.TextDecoding;
import org.restante.mime.html.RemoteImages;

/** Reads octets as a whole message, from its header to the document that shows it. */
final class MessageFuzz {

    private static final MessageBody.Options OPTIONS = new MessageBody.Options(
            false, new MessageBody.Style("", ""), id -> "/parts/" + id, RemoteImages.NONE, new EnglishNotices(), "");

    private MessageFuzz() {}

    static void run(byte[] octets) throws IOException {
        StructureParser parser = new StructureParser();
        parser.write(octets);
        ParsedMessage message = parser.finish();
        HeaderFields header = HeaderFields.parse(octets);
        Envelope envelope = EnvelopeParser.of(header);
        assertThat(envelope.subject().chars()).noneMatch(Character::isISOControl);
        SenderDoubts.of(envelope);
        AuthenticationResults.of(header, java.util.List.of("mx.example"));
        Display display = Display.of(message.root());
        display.listed().forEach(attachment -> {
            assertThat(attachment.name()).isNotBlank().doesNotContain("/", "\\", "\0");
            assertThat(message.range(attachment.id())).isPresent();
        });
        MessageBody.render(display, new Contents(octets, message), OPTIONS);
    }

    private record Contents(byte[] octets, ParsedMessage message) implements MessageBody.Content {

        @Override
        public DecodedText textOf(Part part) throws IOException {
            return TextDecoding.read(part, content(part), 1 << 20);
        }

        @Override
        public HeaderFields headerOf(Part part) throws IOException {
            return HeaderFields.read(content(part));
        }

        private ByteArrayInputStream content(Part part) {
            PartId id = part.id().orElseThrow();
            Range range = message.range(id).orElseThrow();
            return new ByteArrayInputStream(
                    Arrays.copyOfRange(octets, (int) range.start(), (int) (range.start() + range.length())));
        }
    }
}
