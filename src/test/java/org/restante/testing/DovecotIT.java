package org.restante.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DovecotIT {

    @Test
    void takes_any_user_and_survives_a_restart() throws Exception {
        try (Dovecot dovecot = Dovecot.start()) {
            try (var filler = MailboxFiller.open(dovecot.imapPort(), "any \"one\"", Dovecot.PASSWORD)) {
                filler.create("Work/Projects").append("INBOX", "Subject: one\n\nText\n");
                filler.appendAll("INBOX", 20, i -> "Subject: " + i + "\n\nText\n");
            }
            dovecot.stop();
            dovecot.restart();
            try (var filler = MailboxFiller.open(dovecot.imapPort(), "any \"one\"", Dovecot.PASSWORD)) {
                assertThat(filler.command("STATUS INBOX (MESSAGES)")).anyMatch(line -> line.contains("MESSAGES 21"));
            }
        }
    }

    @Test
    void its_answers_can_be_recorded_and_cut() throws Exception {
        try (TcpProxy proxy = TcpProxy.to(Dovecot.shared().imapPort())) {
            try (var filler = MailboxFiller.open(proxy.port(), "proxied", Dovecot.PASSWORD)) {
                proxy.recording().clear();
                filler.command("NOOP");
                filler.command("NOOP");
                assertThat(proxy.recording().commands()).containsExactly("NOOP", "NOOP");
                assertThat(proxy.recording().roundTrips()).isEqualTo(2);
                proxy.cutAfter(3);
                org.assertj.core.api.Assertions.assertThatThrownBy(() -> filler.command("NOOP"))
                        .hasMessageContaining("closed");
            }
        }
    }
}
