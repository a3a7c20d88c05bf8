package org.restante.mailstore.imap;

import java.io.IOException;
import java.util.List;
import org.restante.mailstore.Criterion;
import org.restante.mailstore.MailFailure.Network;
import org.restante.mailstore.MessageSummary;
import org.restante.mime.Part;
import org.restante.mime.TextDecoding;

/** A message of the selected mailbox whose text is fetched when it is looked into. */
record FetchedText(ImapConnection connection, MessageSummary summary) implements Criterion.Candidate {

    private static final int MOST_OCTETS = 1 << 20;
    private static final int MOST_PARTS = 20;

    @Override
    public String text() {
        List<Part> parts = summary.structure()
                .flattened()
                .filter(part -> part.isOf("text") && part.id().isPresent())
                .limit(MOST_PARTS)
                .toList();
        var text = new StringBuilder();
        for (Part part : parts) {
            text.append(read(part)).append('\n');
        }
        return text.toString();
    }

    private String read(Part part) {
        var section = new SectionStream(
                connection, summary.ref().uid(), part.id().orElseThrow().value());
        try (section) {
            return TextDecoding.read(part, section, MOST_OCTETS).text();
        } catch (IOException e) {
            throw new Network(Network.Kind.BROKEN, "the text was not read to its end", e);
        }
    }
}
