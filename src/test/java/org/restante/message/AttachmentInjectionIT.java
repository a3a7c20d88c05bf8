package org.restante.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.testing.Corpora;
import org.restante.testing.DovecotApplicationTest;
import org.restante.testing.DovecotUnderTest;
import org.restante.testing.Page;
import org.restante.testing.Person;
import org.restante.testing.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ContentDisposition;

/** File names and types that senders thought of do no harm on the page, in the header of the download, or on the disk. */
@DovecotApplicationTest
class AttachmentInjectionIT {

    private static final List<String> NAMES = List.of(
            "../../etc/passwd",
            "..\\..\\x.exe",
            "\"; filename=\"y.html",
            "x\r\nSet-Cookie: a=b",
            "\"onmouseover=alert(1) x=\".png",
            "<img src=x onerror=alert(1)>.txt",
            "nul.txt",
            "%2e%2e%2f",
            "a\u202Egpj.exe",
            "",
            ".",
            "x".repeat(600) + ".pdf");
    private static final List<String> TYPES = List.of(
            "text/html",
            "TEXT/HTML",
            "image/svg+xml",
            "application/xhtml+xml",
            "application/javascript",
            "image/png\"><script>",
            "text/html\0",
            "x",
            "/",
            "multipart/x-mixed-replace");

    @LocalServerPort
    private int port;

    private final Person person = DovecotUnderTest.person("attached", DovecotUnderTest.DOVECOT);
    private Visitor visitor;

    @BeforeEach
    void sign_in() {
        visitor = person.signedInAt(port);
    }

    @Test
    void names_are_made_safe() throws IOException {
        for (String name : Stream.concat(NAMES.stream(), Corpora.inputs("attachment-filename"))
                .toList()) {
            String quoted = name.replaceAll("[\r\n]", "").replace("\\", "\\\\").replace("\"", "\\\"");
            for (String written : List.of(
                    "filename=\"" + Encodings.octets(quoted.getBytes(StandardCharsets.UTF_8)) + '"',
                    Encodings.extendedParameter("filename", name))) {
                assertThat(assertHarmless("application/octet-stream", written))
                        .as(name)
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void types_are_not_believed() throws IOException {
        for (String type :
                Stream.concat(TYPES.stream(), Corpora.inputs("attachment-mime")).toList()) {
            assertHarmless(type.replace("\0", ""), "filename=\"x\"");
        }
    }

    /** Returns how many attachments the page offered. */
    private int assertHarmless(String type, String fileName) throws IOException {
        String message =
                "Subject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nx\r\n"
                        + "--b\r\nContent-Type: %s\r\nContent-Disposition: attachment;\r\n %s\r\n\r\n<script>alert(1)</script>\r\n--b--\r\n"
                                .formatted(type, fileName);
        try (var mail = person.mail()) {
            mail.append("INBOX", "", message.getBytes(StandardCharsets.ISO_8859_1));
        }
        String address = "/mail/INBOX/" + visitor.get("/mail/INBOX").refs().get(0);
        Document page = visitor.get(address).document();
        assertThat(page.select("main script, main img, [onmouseover], [onerror]"))
                .as(message)
                .isEmpty();
        List<String> links = page.select("a.attachment").eachAttr("href");
        links.forEach(link -> assertHarmlessDownload(visitor.get(link), message));
        return links.size();
    }

    private static void assertHarmlessDownload(Page download, String message) {
        ContentDisposition disposition = ContentDisposition.parse(download.header("Content-Disposition"));
        assertThat(disposition.isAttachment()).as(message).isTrue();
        assertThat(disposition.getFilename())
                .as(message)
                .isNotBlank()
                .hasSizeLessThan(256)
                .doesNotStartWith(".")
                .doesNotContain("/", "\\", "\"", "\u202E")
                .doesNotMatch(".*\\p{Cntrl}.*");
        assertThat(download.headers().allValues("Content-Disposition")).hasSize(1);
        assertThat(download.headers().map()).as(message).doesNotContainKey("set-cookie");
        assertThat(download.header("Content-Type")).as(message).isEqualTo("application/octet-stream");
        assertThat(download.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(download.header("Content-Security-Policy")).contains("default-src 'none'", "sandbox");
    }
}
