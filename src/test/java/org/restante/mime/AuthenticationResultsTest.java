package org.restante.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuthenticationResultsTest {

    private static Optional<AuthenticationResults> of(String results) {
        String header = "From: Anna <anna@example.org>\r\n" + results + "\r\n\r\n";
        return AuthenticationResults.of(
                HeaderFields.parse(header.getBytes(StandardCharsets.UTF_8)), List.of("mx.reader.example"));
    }

    @Test
    void dmarc_decides() {
        assertThat(
                        of(
                                "Authentication-Results: mx.reader.example 1; spf=fail smtp.mailfrom=x;\r\n dmarc=pass (p=none) header.from=example.org"))
                .contains(new AuthenticationResults(true, "example.org"));
        assertThat(
                        of(
                                "Authentication-Results: MX.reader.example; dkim=pass header.d=example.org; dmarc=fail header.from=example.org"))
                .contains(new AuthenticationResults(false, "example.org"));
    }

    @Test
    void without_it_a_signature_of_the_same_organisation_does() {
        assertThat(of("Authentication-Results: mx.reader.example; dkim=pass header.d=mail.example.org"))
                .contains(new AuthenticationResults(true, "example.org"));
        assertThat(of("Authentication-Results: mx.reader.example; dkim=pass header.d=bulk.example"))
                .isEmpty();
        assertThat(of("Authentication-Results: mx.reader.example; none")).isEmpty();
    }

    @Test
    void what_others_wrote_does_not_count() {
        assertThat(of("Authentication-Results: evil.example; dmarc=pass header.from=example.org"))
                .isEmpty();
        assertThat(of("Authentication-Results: evil.example (mx.reader.example); dmarc=pass"))
                .isEmpty();
        assertThat(of("Authentication-Results: mx.reader.example.evil.example; dmarc=pass"))
                .isEmpty();
        assertThat(of("Authentication-Results: mx.reader.example; x=y (dmarc=pass ; dmarc=pass )"))
                .isEmpty();
    }
}
