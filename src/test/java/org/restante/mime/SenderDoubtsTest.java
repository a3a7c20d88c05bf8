package org.restante.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.restante.mime.SenderDoubts.Doubt;

class SenderDoubtsTest {

    private static List<Doubt> doubts(String header) {
        return SenderDoubts.of(EnvelopeParser.of(HeaderFields.parse(header.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void an_ordinary_sender_raises_none() {
        assertThat(doubts("From: Anna <anna@example.org>\n")).isEmpty();
        assertThat(doubts("From: \"anna@example.org\" <anna@example.org>\n")).isEmpty();
        assertThat(doubts("From: Shop <news@mail.shop.example>\nReply-To: help@shop.example\n"))
                .isEmpty();
        assertThat(doubts("From: A <a@x.co.uk>\nReply-To: a@mail.x.co.uk\n")).isEmpty();
        assertThat(doubts("From: Bücher <a@bücher.example>\n")).isEmpty();
        assertThat(doubts("Subject: x\n")).isEmpty();
        assertThat(doubts("From: nobody\n")).isEmpty();
    }

    @Test
    void a_name_that_is_another_address_is_named() {
        assertThat(doubts("From: \"PayPal <service@paypal.com>\" <x@evil.example>\n"))
                .containsExactly(new Doubt.Imitates("service@paypal.com", "x@evil.example"));
    }

    @Test
    void answers_that_go_elsewhere_are_named() {
        assertThat(doubts("From: a@x.example\nReply-To: b@y.example\n"))
                .containsExactly(new Doubt.RepliesElsewhere("b@y.example"));
        assertThat(doubts("From: a@x.co.uk\nReply-To: a@y.co.uk\n")).hasSize(1);
    }

    @Test
    void letters_that_look_like_others_are_named() {
        assertThat(doubts("From: a@р\u0430ypal.com\n"))
                .containsExactly(new Doubt.LooksAlike("a@р\u0430ypal.com", "xn--ypal-43d9g.com"));
        assertThat(doubts("From: a@xn--80ak6aa92e.com\n")).hasSize(1);
    }
}
