package org.restante.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class LocalAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/mail/INBOX",
                "/mail/Archive:2026?page=2&sort=from",
                "/mail/~C3~A4/1-2/parts/1.2",
                "/search?q=a%20b%26c//d",
                "/folders/"
            })
    void an_address_of_ours_is_kept(String address) {
        assertThat(LocalAddress.orStart(address)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mail",
                "//evil.test",
                "///evil.test",
                "/\\evil.test",
                "\\\\evil.test",
                "/\t/evil.test",
                "/\n/evil.test",
                " //evil.test",
                "/%0d%0aLocation:%20//evil.test/\r\n",
                "/a//evil.test",
                "/..//evil.test",
                "/a/../b",
                "https://evil.test",
                "https:evil.test",
                "https:///evil.test",
                "javascript:alert(1)",
                "data:text/html,x",
                "//evil.test%2f@mail.example",
                "/;//evil.test",
                "/@evil.test#\u0000",
                "/a#fragment",
                "/\u2028/evil.test",
                "/%zz",
                "/login?next=/login",
                "/logout",
                "/\uff0fevil.test"
            })
    void anything_else_leads_to_the_start(String address) {
        assertThat(LocalAddress.orStart(address)).isEqualTo("/");
    }

    @Test
    void what_is_not_there_or_too_long_leads_to_the_start() {
        assertThat(LocalAddress.orStart(null)).isEqualTo("/");
        assertThat(LocalAddress.orStart("/" + "a".repeat(2000))).isEqualTo("/");
        assertThat(LocalAddress.orStart("/" + "a/".repeat(999))).hasSize(1999);
        assertThat(LocalAddress.orStart("/" + "?".repeat(1_000_000))).isEqualTo("/");
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "RESTANTE_CORPORA", matches = ".+")
    void samples_of_attacks_lead_to_the_start() throws IOException {
        JsonMapper json = new JsonMapper();
        Path samples = Path.of(System.getenv("RESTANTE_CORPORA"), "injection.jsonl");
        List<String> attacks = Files.readAllLines(samples).stream()
                .map(json::readTree)
                .filter(sample -> sample.get("kind").asString().equals("open-redirect"))
                .map(sample -> sample.get("input").asString())
                .toList();

        assertThat(attacks)
                .isNotEmpty()
                .allSatisfy(attack -> assertThat(LocalAddress.orStart(attack)).isEqualTo("/"));
    }
}
