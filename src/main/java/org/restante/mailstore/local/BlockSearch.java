package org.restante.mailstore.local;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.restante.mailstore.Criterion;
import org.restante.mailstore.MailFailure.Network;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.SearchPosition;
import org.restante.mailstore.SearchedBlock;
import org.restante.mailstore.Uid;
import org.restante.mime.Part;
import org.restante.mime.TextDecoding;

/** Searches some messages of the database: their header fields, and the text of those that lie there whole. */
final class BlockSearch {

    private static final int MOST_OCTETS = 1 << 20;

    private final LocalServices services;
    private final Box box;
    private final List<MessageRow> rows;

    /** Searches in these rows, the newest first. */
    BlockSearch(LocalServices services, Box box, List<MessageRow> rows) {
        this.services = services;
        this.box = box;
        this.rows = rows;
    }

    /**
     * Searches.
     *
     * @param asked how many rows there would be if there were enough
     */
    SearchedBlock search(Criterion criterion, int asked, long total) {
        List<Uid> found = rows.stream()
                .filter(row -> criterion.matches(new Stored(row)))
                .map(MessageRow::uid)
                .toList();
        return new SearchedBlock(box.uidValidity(), found, next(asked, total), total);
    }

    private Optional<SearchPosition> next(int asked, long total) {
        if (rows.size() < asked) {
            return Optional.empty();
        }
        Uid last = rows.get(rows.size() - 1).uid();
        long left = Math.max(0, total - services.messages().countFrom(box, last));
        return Optional.of(new SearchPosition(left, last.value()));
    }

    private final class Stored implements Criterion.Candidate {

        private final MessageRow row;
        private MessageSummary summary;

        Stored(MessageRow row) {
            this.row = row;
        }

        @Override
        public MessageSummary summary() {
            if (summary == null) {
                summary = row.summary(box);
            }
            return summary;
        }

        @Override
        public String text() {
            var text = new StringBuilder();
            if (row.content().isPresent() && row.structure().isPresent()) {
                StoredStructure structure = StoredStructure.read(row.structure().get());
                structure
                        .root()
                        .flattened()
                        .filter(part -> part.isOf("text"))
                        .forEach(part -> append(part, structure, text));
            }
            return text.toString();
        }

        private void append(Part part, StoredStructure structure, StringBuilder text) {
            part.id().flatMap(structure::range).ifPresent(range -> {
                try (InputStream encoded = services.contents().peek(row, range.start(), range.length())) {
                    text.append(TextDecoding.read(part, encoded, MOST_OCTETS).text())
                            .append('\n');
                } catch (IOException e) {
                    throw new Network(Network.Kind.BROKEN, "the text was not read to its end", e);
                }
            });
        }
    }
}
