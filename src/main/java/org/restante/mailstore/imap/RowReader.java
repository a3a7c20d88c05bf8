package org.restante.mailstore.imap;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.restante.mime.Address;
import org.restante.mime.Envelope;
import org.restante.mime.Part;
import org.restante.mime.PartId;

/** Reads what {@link RowWriter} wrote. */
final class RowReader {

    /** In place of a count: the same as the senders. */
    static final int AS_FROM = 0;

    static final int FIRST_COUNT = 1;

    private final byte[] octets;
    private int at;

    private RowReader(byte[] octets) {
        this.octets = octets;
    }

    static Row read(byte[] octets) {
        var reader = new RowReader(octets);
        Instant received = Instant.ofEpochSecond(reader.signed());
        long size = reader.number();
        return new Row(reader.envelope(), received, size, reader.part());
    }

    private Envelope envelope() {
        Optional<OffsetDateTime> date = date();
        String subject = text();
        List<Address> from = addresses(List.of());
        return new Envelope(
                date,
                subject,
                from,
                addresses(from),
                addresses(from),
                addresses(from),
                addresses(from),
                text(),
                text());
    }

    private Optional<OffsetDateTime> date() {
        if (number() == 0) {
            return Optional.empty();
        }
        long seconds = signed();
        ZoneOffset offset = ZoneOffset.ofTotalSeconds((int) signed() * 60);
        return Optional.of(OffsetDateTime.ofInstant(Instant.ofEpochSecond(seconds), offset));
    }

    private List<Address> addresses(List<Address> from) {
        int count = (int) number();
        if (count == AS_FROM) {
            return from;
        }
        if (count == FIRST_COUNT) {
            return List.of();
        }
        if (count == FIRST_COUNT + 1) {
            return List.of(address());
        }
        List<Address> addresses = new ArrayList<>(count - FIRST_COUNT);
        for (int i = FIRST_COUNT; i < count; i++) {
            addresses.add(address());
        }
        return List.copyOf(addresses);
    }

    private Address address() {
        return new Address(text(), text());
    }

    private Part part() {
        String id = text();
        return new Part(
                id.isEmpty() ? Optional.empty() : Optional.of(new PartId(id)),
                text(),
                parameters(),
                text(),
                text(),
                number(),
                text(),
                text(),
                children());
    }

    private Map<String, String> parameters() {
        int count = (int) number();
        if (count == 0) {
            return Map.of();
        }
        if (count == 1) {
            return Map.of(text(), text());
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            parameters.put(text(), text());
        }
        return parameters;
    }

    private List<Part> children() {
        int count = (int) number();
        if (count == 0) {
            return List.of();
        }
        Part[] children = new Part[count];
        for (int i = 0; i < count; i++) {
            children[i] = part();
        }
        return List.of(children);
    }

    private String text() {
        long number = number();
        int half = (int) (number >>> 1);
        if ((number & 1) == 1) {
            return CommonWords.at(half);
        }
        at += half;
        return new String(octets, at - half, half, StandardCharsets.UTF_8);
    }

    private long signed() {
        long number = number();
        return number >>> 1 ^ -(number & 1);
    }

    private long number() {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte octet = octets[at++];
            number |= (long) (octet & 0x7F) << shift;
            if (octet >= 0) {
                return number;
            }
        }
    }
}
