package org.restante.mailstore.imap;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.testing.ScriptedServer;

/** When servers are asked to compress, and what happens where they do not. */
class CompressionTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, false",
        "10.1.2.3, false",
        "192.168.1.2, false",
        "172.16.0.1, false",
        "::1, false",
        "fe80::1, false",
        "fd12::1, false",
        "198.51.100.7, true",
        "2001:db8::7, true"
    })
    void only_servers_far_away_are_worth_it(String address, boolean worthIt) throws IOException {
        assertThat(Compression.AUTO.isWorthIt(InetAddress.getByName(address))).isEqualTo(worthIt);
        assertThat(Compression.ALWAYS.isWorthIt(InetAddress.getByName(address))).isTrue();
        assertThat(Compression.NEVER.isWorthIt(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NO not now", "BAD unknown", "NO [COMPRESSIONACTIVE] already"})
    void a_server_that_announces_it_and_refuses_is_spoken_to_without(String refusal) throws IOException {
        try (var server = ScriptedServer.playing(script -> {
                    script.imapSignIn("COMPRESS=DEFLATE").expect("COMPRESS DEFLATE");
                    script.line("%t " + refusal).expect("LIST");
                    script.line("* LIST () \"/\" INBOX").ok().expect("STATUS");
                    script.ok().hold();
                });
                var stores = Stores.create(Stores.POOL, Compression.ALWAYS, new SimpleMeterRegistry())) {
            assertThat(stores.of(Stores.credential(Stores.plain(server.port()), "someone"))
                            .mailboxes())
                    .hasSize(1);
        }
    }

    @Test
    void a_server_that_does_not_announce_it_is_not_asked() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
                    script.imapSignIn("").expect("LIST");
                    script.line("* LIST () \"/\" INBOX").ok().expect("STATUS");
                    script.ok().hold();
                });
                var stores = Stores.create(Stores.POOL, Compression.ALWAYS, new SimpleMeterRegistry())) {
            stores.of(Stores.credential(Stores.plain(server.port()), "someone")).mailboxes();

            assertThat(server.received()).noneMatch(line -> line.contains("COMPRESS"));
        }
    }
}
