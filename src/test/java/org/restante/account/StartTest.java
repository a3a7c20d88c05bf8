package org.restante.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.restante.RestanteApplication;
import org.restante.testing.FakeMailStores;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class StartTest {

    private static ConfigurableApplicationContext start(String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--management.server.port=0",
                "--spring.datasource.url=jdbc:h2:mem:start",
                "--spring.main.banner-mode=off"));
        List.of(settings).forEach(setting -> arguments.add("--" + setting));
        return new SpringApplicationBuilder(RestanteApplication.class, FakeMailStores.class)
                .run(arguments.toArray(String[]::new));
    }

    @Test
    void a_configuration_that_is_not_safe_stops_it_with_words_and_no_stack_trace(CapturedOutput output) {
        assertThatThrownBy(() -> start("restante.servers.home.incoming=imap://192.0.2.1?tls=off"))
                .hasRootCauseInstanceOf(ConfigurationFailure.class);

        assertThat(output)
                .contains(
                        "APPLICATION FAILED TO START",
                        "restante.servers.home.incoming turns TLS off",
                        "Remove ?tls=off")
                .doesNotContain("\tat org.restante");
    }

    @Test
    void a_value_of_the_wrong_kind_stops_it_naming_the_property(CapturedOutput output) {
        assertThatThrownBy(() -> start("restante.servers.home.login=nickname")).isInstanceOf(Exception.class);

        assertThat(output).contains("restante.servers.home.login").doesNotContain("\tat org.restante");
    }

    @Test
    void without_a_mail_server_it_starts_and_says_what_to_set(CapturedOutput output) {
        try (ConfigurableApplicationContext application = start()) {
            assertThat(application.isRunning()).isTrue();
        }
        assertThat(output).contains("RESTANTE_SERVERS_DEFAULT_INCOMING");
    }
}
