package org.restante.message;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.OpenMailbox;
import org.restante.mime.DecodedText;
import org.restante.mime.Display;
import org.restante.mime.HeaderFields;
import org.restante.mime.MessageBody;
import org.restante.mime.ParsedMessage;
import org.restante.mime.ParsedMessage.Range;
import org.restante.mime.Part;
import org.restante.mime.StructureParser;
import org.restante.mime.TextDecoding;

/** The beginning of a message in which the mail server finds no parts, taken apart here. */
record WholeSource(byte[] octets, ParsedMessage parsed) implements MessageBody.Content {

    private static final int MOST_OCTETS = 2 << 20;

    /** Returns whether there is nothing at all to show of a message by what the mail server says. */
    static boolean isNeeded(Display display) {
        return display.textBody().isEmpty()
                && display.htmlBody().isEmpty()
                && display.attachments().isEmpty();
    }

    static WholeSource read(OpenMailbox mailbox, MessageRef ref) throws IOException {
        try (InputStream source = mailbox.source(ref)) {
            byte[] octets = source.readNBytes(MOST_OCTETS);
            StructureParser parser = new StructureParser();
            parser.write(octets);
            return new WholeSource(octets, parser.finish());
        }
    }

    @Override
    public DecodedText textOf(Part part) throws IOException {
        return TextDecoding.read(part, content(part), MOST_OCTETS / 2);
    }

    @Override
    public HeaderFields headerOf(Part message) throws IOException {
        return HeaderFields.read(content(message));
    }

    private InputStream content(Part part) {
        Range range = parsed.range(part.id().orElseThrow()).orElseThrow();
        return new ByteArrayInputStream(
                Arrays.copyOfRange(octets, (int) range.start(), (int) (range.start() + range.length())));
    }
}
