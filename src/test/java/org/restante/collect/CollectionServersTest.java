package org.restante.collect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.security.MailHosts;
import org.restante.testing.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What people may name as the server to collect from. */
@ApplicationTest
class CollectionServersTest {

    @Autowired
    private MailHosts hosts;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "127.0.0.1",
                "10.1.2.3",
                "2130706433",
                "0x7f.1",
                "[::1]",
                "::ffff:127.0.0.1",
                "intranet",
                "pop.example.org:25",
                "pop.example.org/x",
                "user@pop.example.org",
                "pop.example.org\r\nQUIT",
                "-x.example.org",
                ""
            })
    void what_is_no_name_of_a_public_host_is_none(String host) {
        assertThat(hosts.isName(host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pop.example.org", "POP3.mail-1.example.co.uk", "xn--bcher-kva.example"})
    void a_name_of_a_public_host_is_one(String host) {
        assertThat(hosts.isName(host)).isTrue();
    }
}
