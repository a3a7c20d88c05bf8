package org.restante.mailstore.imap;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.restante.mime.Address;
import org.restante.mime.Envelope;
import org.restante.mime.Part;

/** Writes a row in few octets, for {@link RowReader}: this form is only ever kept in memory. */
final class RowWriter {

    private byte[] octets = new byte[512];
    private int length;

    private RowWriter() {}

    static byte[] write(Row row) {
        var writer = new RowWriter();
        writer.signed(row.received().getEpochSecond());
        writer.number(row.size());
        writer.envelope(row.envelope());
        writer.part(row.structure());
        return Arrays.copyOf(writer.octets, writer.length);
    }

    private void envelope(Envelope envelope) {
        date(envelope.date());
        text(envelope.subject());
        addresses(envelope.from());
        if (envelope.replyTo().equals(envelope.from())) {
            number(RowReader.AS_FROM);
        } else {
            addresses(envelope.replyTo());
        }
        addresses(envelope.to());
        addresses(envelope.cc());
        addresses(envelope.bcc());
        text(envelope.inReplyTo());
        text(envelope.messageId());
    }

    /** Offsets are whole minutes: the Date field has no others. */
    private void date(Optional<OffsetDateTime> date) {
        number(date.isPresent() ? 1 : 0);
        date.ifPresent(time -> {
            signed(time.toEpochSecond());
            signed(time.getOffset().getTotalSeconds() / 60);
        });
    }

    private void addresses(List<Address> addresses) {
        number(addresses.size() + RowReader.FIRST_COUNT);
        for (Address each : addresses) {
            text(each.name());
            text(each.address());
        }
    }

    private void part(Part part) {
        text(part.id().map(id -> id.value()).orElse(""));
        text(part.type());
        number(part.parameters().size());
        part.parameters().forEach((name, value) -> {
            text(name);
            text(value);
        });
        text(part.contentId());
        text(part.encoding());
        number(part.size());
        text(part.disposition());
        text(part.fileName());
        number(part.children().size());
        part.children().forEach(this::part);
    }

    /** A common word is an odd number, any other text its length, doubled, and itself. */
    private void text(String text) {
        int word = CommonWords.indexOf(text);
        if (word >= 0) {
            number(2L * word + 1);
            return;
        }
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        number(2L * encoded.length);
        room(encoded.length);
        System.arraycopy(encoded, 0, octets, length, encoded.length);
        length += encoded.length;
    }

    private void signed(long number) {
        number(number << 1 ^ number >> 63);
    }

    /** Seven bits an octet, the lowest first. */
    private void number(long number) {
        room(10);
        long rest = number;
        for (; (rest & ~0x7FL) != 0; rest >>>= 7) {
            octets[length++] = (byte) (rest & 0x7F | 0x80);
        }
        octets[length++] = (byte) rest;
    }

    private void room(int more) {
        if (length + more > octets.length) {
            octets = Arrays.copyOf(octets, Math.max(length + more, octets.length * 2));
        }
    }
}
