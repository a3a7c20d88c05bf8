package org.restante.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.mailstore.Credential;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class MailServersTest {

    private static MailServers with(String... settings) {
        Map<String, String> properties = new LinkedHashMap<>();
        Arrays.stream(settings)
                .map(setting -> setting.split("=", 2))
                .forEach(setting -> properties.put("restante.servers." + setting[0], setting[1]));
        return new MailServers(new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("restante", RestanteProperties.class));
    }

    @ParameterizedTest
    @CsvSource({
        "Ada@Example.ORG, ada@example.org",
        "ADA, ada@example.org",
        "ada@other.example, ada@other.example",
        "ada@unknown.example,",
        "a@b@example.org, a@b@example.org"
    })
    void a_name_is_completed_and_written_in_one_way(String typed, String login) {
        MailServers servers = with("x.incoming=imaps://mail.example.org", "x.domains=example.org,Other.example");

        assertThat(servers.accountName(typed, ""))
                .isEqualTo(Optional.ofNullable(login).map(name -> new AccountName("x", name)));
    }

    @Test
    void where_case_matters_the_local_part_keeps_it() {
        MailServers servers =
                with("x.incoming=imaps://mail.example.org", "x.domains=example.org", "x.case-sensitive=true");

        assertThat(servers.accountName("Ada@Example.org", "")).contains(new AccountName("x", "Ada@example.org"));
    }

    @Test
    void without_domains_every_name_signs_in_as_it_is() {
        MailServers servers = with("x.incoming=imaps://mail.example.org");

        assertThat(servers.accountName("u0001", "")).contains(new AccountName("x", "u0001"));
        assertThat(servers.accountName("U1@any.example", "")).contains(new AccountName("x", "u1@any.example"));
    }

    @Test
    void the_server_is_sent_the_address_or_its_local_part() {
        MailServers servers = with(
                "a.incoming=imaps://a.example",
                "b.incoming=imaps://b.example",
                "b.login=local-part",
                "a.login=address");

        assertThat(servers.credential(new AccountName("a", "ada@example.org"), "p"))
                .map(Credential::login)
                .contains("ada@example.org");
        assertThat(servers.credential(new AccountName("b", "ada@example.org"), "p"))
                .map(Credential::login)
                .contains("ada");
        assertThat(servers.credential(new AccountName("gone", "ada@example.org"), "p"))
                .isEmpty();
    }

    @Test
    void of_several_the_domain_decides_or_the_person() {
        MailServers servers = with(
                "a.incoming=imaps://a.example",
                "a.domains=a.example",
                "b.incoming=imaps://b.example",
                "b.domains=b.example",
                "rest.incoming=imaps://rest.example");

        assertThat(servers.names()).isEqualTo(List.of("a", "b", "rest"));
        assertThat(servers.accountName("ada@b.example", "")).contains(new AccountName("b", "ada@b.example"));
        assertThat(servers.accountName("ada@c.example", "")).contains(new AccountName("rest", "ada@c.example"));
        assertThat(servers.accountName("ada@b.example", "rest")).contains(new AccountName("rest", "ada@b.example"));
        assertThat(servers.accountName("ada", "")).isEmpty();
        assertThat(servers.accountName("ada", "a")).contains(new AccountName("a", "ada@a.example"));
        assertThat(servers.accountName("ada@b.example", "a")).isEmpty();
        assertThat(servers.accountName("ada", "nowhere")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "imap://192.0.2.1?tls=off",
                "imap://mail.example.org?tls=off",
                "imap://localhost.example.org?tls=off",
                "http://mail.example.org",
                "imaps:mail.example.org",
                "imaps://mail.example.org?tls=no",
                "mail.example.org"
            })
    void what_cannot_work_or_is_not_safe_is_refused_naming_the_property(String incoming) {
        assertThatThrownBy(() -> with("x.incoming=" + incoming))
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessageContaining("restante.servers.x.incoming");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "imap://127.0.0.1:22143?tls=off",
                "imap://[::1]:22143?tls=off",
                "pop3://localhost?tls=off",
                "imap://mail.example.org"
            })
    void plaintext_needs_no_word_on_this_machine(String incoming) {
        assertThat(with("x.incoming=" + incoming).names()).containsExactly("x");
    }

    @Test
    void plaintext_elsewhere_works_where_the_operator_accepts_it() {
        assertThat(with("x.incoming=imap://192.0.2.1?tls=off", "x.plaintext=accepted")
                        .names())
                .containsExactly("x");
    }

    @Test
    void a_server_needs_an_address_and_a_certificate_that_is_there() {
        assertThatThrownBy(() -> with("x.login=address"))
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessageContaining("restante.servers.x.incoming is missing");
        assertThatThrownBy(() -> with("x.incoming=imaps://a.example", "x.certificate=file:/nowhere/ca.pem"))
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessageContaining("restante.servers.x.certificate");
    }
}
