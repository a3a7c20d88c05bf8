package org.restante.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.testing.DovecotApplicationTest;
import org.restante.testing.DovecotUnderTest;
import org.restante.testing.MailboxFiller;
import org.restante.testing.Page;
import org.restante.testing.Person;
import org.restante.testing.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Memory follows what is shown of a message; with {@code -Drestante.endurance=true} the message has 100 MB, and the heap is looked at. */
@DovecotApplicationTest
class LargeMessageIT {

    private static final boolean ENDURANCE = Boolean.getBoolean("restante.endurance");
    private static final int LINES = (ENDURANCE ? 100 << 20 : 4 << 20) / 78;
    private static final long MOST_HEAP = 64 << 20;

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {DovecotUnderTest.DOVECOT, DovecotUnderTest.POP3})
    void opens_in_little_memory_and_its_attachment_streams(String domain) throws IOException {
        Person person = DovecotUnderTest.person("large", domain);
        try (MailboxFiller mail = person.mail()) {
            mail.append("INBOX", "", message());
        }
        Visitor visitor = person.signedInAt(port);
        String address = "/mail/INBOX/" + visitor.get("/mail/INBOX").refs().get(0);
        try (HeapWatch heap = new HeapWatch(ENDURANCE)) {
            Page page = visitor.get(address);
            assertThat(page.document().select(".attachment-name").text()).isEqualTo("large.bin");
            assertThat(visitor.get(address + "/body").document().text()).isEqualTo("few words");
            assertThat(visitor.length(address + "/parts/2")).isEqualTo(57L * LINES);
            assertThat(visitor.length(address + "/source")).isGreaterThan(78L * LINES);
            assertThat(heap.growth()).isLessThan(MOST_HEAP);
        }
    }

    private static byte[] message() {
        String head = "Subject: large\r\n"
                + "MIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\n\r\n"
                + "few words\r\n"
                + "--b\r\n"
                + "Content-Type: application/octet-stream; name=large.bin\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n";
        String line = "QUJD".repeat(19) + "\r\n";
        return (head + line.repeat(LINES) + "--b--\r\n").getBytes(StandardCharsets.US_ASCII);
    }
}
