package org.restante;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.testing.DovecotUnderTest.FRAGILE;
import static org.restante.testing.DovecotUnderTest.fragile;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.restante.testing.DovecotApplicationTest;
import org.restante.testing.DovecotUnderTest;
import org.restante.testing.Person;
import org.restante.testing.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A real mail server that ends, or stops in its tracks, while people are signed in. */
@DovecotApplicationTest
class MailServerStoppedIT {

    @LocalServerPort
    private int port;

    private final Person person = DovecotUnderTest.person("stopped", FRAGILE);

    @Test
    void a_server_that_is_down_is_said_and_comes_back_without_signing_in_again() throws IOException {
        Visitor visitor = person.withMessage("INBOX", "One").signedInAt(port);
        fragile().stop();
        try {
            assertThat(visitor.get("/mail/INBOX").status()).isEqualTo(502);
            assertThat(visitor.get("/mail/INBOX").heading()).isEqualTo("The mail server cannot be reached");
            assertThat(visitor.get("/devices").status()).isEqualTo(200);
        } finally {
            fragile().restart();
        }
        assertThat(visitor.get("/mail/INBOX").refs()).isNotEmpty();
    }

    @Test
    void a_frozen_server_is_said_and_goes_on_when_it_thaws() throws IOException {
        Visitor visitor = person.withMessage("INBOX", "One").signedInAt(port);
        Visitor other =
                DovecotUnderTest.person("elsewhere", DovecotUnderTest.DOVECOT).signedInAt(port);
        fragile().freeze();
        try {
            assertThat(visitor.get("/mail/INBOX").status()).isEqualTo(504);
            assertThat(other.get("/mail/INBOX").status()).isEqualTo(200);
        } finally {
            fragile().thaw();
        }
        assertThat(visitor.get("/mail/INBOX").refs()).isNotEmpty();
    }
}
