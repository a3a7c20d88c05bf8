package org.restante.mailstore.local;

import java.util.List;
import java.util.Optional;
import org.restante.mime.ParsedMessage;
import org.restante.mime.ParsedMessage.Range;
import org.restante.mime.Part;
import org.restante.mime.PartId;
import tools.jackson.databind.json.JsonMapper;

/** The structure of a message as it lies in the database: JSON, so that an older or newer replica can read it too. */
record StoredStructure(Part root, List<StoredRange> ranges) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    record StoredRange(String part, long start, long length) {}

    static String write(ParsedMessage message) {
        List<StoredRange> ranges = message.ranges().entrySet().stream()
                .map(entry -> new StoredRange(
                        entry.getKey().value(),
                        entry.getValue().start(),
                        entry.getValue().length()))
                .toList();
        return MAPPER.writeValueAsString(new StoredStructure(message.root(), ranges));
    }

    static StoredStructure read(String json) {
        return MAPPER.readValue(json, StoredStructure.class);
    }

    Optional<Range> range(PartId part) {
        return ranges.stream()
                .filter(range -> range.part.equals(part.value()))
                .map(range -> new Range(range.start, range.length))
                .findFirst();
    }
}
