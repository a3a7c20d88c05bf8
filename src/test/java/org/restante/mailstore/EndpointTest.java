package org.restante.mailstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.mailstore.Endpoint.Protocol;
import org.restante.mailstore.Endpoint.Security;

class EndpointTest {

    @ParameterizedTest
    @CsvSource({
        "imaps://mail.example.org,             IMAP, mail.example.org, 993,   TLS",
        "imap://mail.example.org,              IMAP, mail.example.org, 143,   STARTTLS",
        "imap://127.0.0.1:22143?tls=off,       IMAP, 127.0.0.1,        22143, NONE",
        "pop3s://mail.example.org,             POP3, mail.example.org, 995,   TLS",
        "pop3://mail.example.org:1110,         POP3, mail.example.org, 1110,  STARTTLS",
        "imaps://[::1]:1993,                   IMAP, ::1,              1993,  TLS",
    })
    void reads_an_operators_address(String url, Protocol protocol, String host, int port, Security security) {
        assertThat(Endpoint.of(URI.create(url))).isEqualTo(new Endpoint(protocol, host, port, security));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail.example.org",
                "http://mail.example.org",
                "imaps:mail",
                "imaps://h?tls=off",
                "imap://h?tls=on"
            })
    void says_what_is_wrong_with_another(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Endpoint.of(URI.create(url)))
                .withMessageContaining(url);
    }

    @Test
    void a_credential_never_shows_its_password() {
        var server =
                new MailServer("default", Endpoint.of(URI.create("imaps://h")), java.util.Optional.empty(), null, null);

        assertThat(new Credential(server, "anna", "s3cret").toString()).doesNotContain("s3cret");
        assertThatIllegalArgumentException().isThrownBy(() -> new Credential(server, "anna\r\nx", "s3cret"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Credential(server, "anna", "a\nb"));
    }
}
