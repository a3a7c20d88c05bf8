package org.restante.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class EnvelopeParserTest {

    @Test
    void reads_what_lists_show() {
        Envelope envelope = parse("""
                Received: from a
                 by b; Mon, 23 Nov 2026 10:00:00 +0000
                From: Ann <ann@example.org>
                To: b@example.org,
                 c@example.org
                Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=
                 and more
                Date: Mon, 23 Nov 2026 11:00:00 +0100
                Message-ID: <1@example.org>
                this is no field

                Subject: not in the body
                """);
        assertThat(envelope.subject()).isEqualTo("Grüße and more");
        assertThat(envelope.date()).contains(OffsetDateTime.parse("2026-11-23T11:00:00+01:00"));
        assertThat(envelope.from()).containsExactly(new Address("Ann", "ann@example.org"));
        assertThat(envelope.replyTo()).isEqualTo(envelope.from());
        assertThat(envelope.to()).hasSize(2);
        assertThat(envelope.messageId()).isEqualTo("<1@example.org>");
    }

    @Test
    void nothing_is_needed() {
        assertThat(parse("")).isEqualTo(Envelope.empty());
        assertThat(parse(": x\n:\nFrom\n a\n\u0000:\n")).isEqualTo(Envelope.empty());
    }

    private static Envelope parse(String header) {
        return EnvelopeParser.of(HeaderFields.parse(header.getBytes(StandardCharsets.UTF_8)));
    }
}
