package org.restante.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.mailstore.Endpoint.Security;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SubmissionServersTest {

    private static MailServers with(String... settings) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("restante.servers.x.incoming", "imaps://mail.example.org");
        Arrays.stream(settings)
                .map(setting -> setting.split("=", 2))
                .forEach(setting -> properties.put("restante.servers.x." + setting[0], setting[1]));
        return new MailServers(new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("restante", RestanteProperties.class));
    }

    @ParameterizedTest
    @CsvSource({
        "smtps://mail.example.org, 465, TLS, true",
        "smtp://mail.example.org, 587, STARTTLS, true",
        "smtp://mail.example.org:25?auth=off, 25, STARTTLS, false",
        "smtps://mail.example.org?auth=off, 465, TLS, false",
        "smtp://127.0.0.1:2525?tls=off, 2525, NONE, true",
        "smtp://[::1]:2525?auth=off&tls=off, 2525, NONE, false"
    })
    void an_address_says_how_to_send(String url, int port, Security security, boolean authenticated) {
        SubmissionServer server = with("submission=" + url).submission("x").orElseThrow();

        assertThat(server.port()).isEqualTo(port);
        assertThat(server.security()).isEqualTo(security);
        assertThat(server.authenticated()).isEqualTo(authenticated);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "imaps://mail.example.org",
                "smtp:mail.example.org",
                "smtp://mail.example.org?auth=on",
                "smtps://127.0.0.1?tls=off",
                "smtp://mail.example.org?tls=off"
            })
    void what_cannot_work_or_is_not_safe_stops_the_start(String url) {
        assertThatThrownBy(() -> with("submission=" + url)).isInstanceOf(ConfigurationFailure.class);
    }

    @Test
    void in_clear_beyond_this_machine_only_where_that_is_accepted() {
        assertThat(with("submission=smtp://mail.example.org?tls=off", "plaintext=accepted")
                        .submission("x"))
                .isPresent();
        assertThat(with().submission("x")).isEmpty();
    }
}
