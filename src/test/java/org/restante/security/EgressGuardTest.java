package org.restante.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.testing.Corpora;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EgressGuardTest {

    private final EgressGuard guard = new EgressGuard(new EgressProperties(List.of(), Duration.ofSeconds(5)));

    private void go(String url) throws IOException {
        URI address = guard.check(url);
        guard.resolve(address.getHost());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://127.1/",
                "http://0x7f.1/",
                "http://2130706433/",
                "http://017700000001/",
                "http://0.0.0.0/",
                "http://10.0.0.1/",
                "http://100.64.0.1/",
                "http://169.254.169.254/latest/meta-data/",
                "http://172.31.255.255/",
                "http://192.168.1.1/",
                "http://192.0.0.192/",
                "http://198.19.0.1/",
                "http://224.0.0.1/",
                "http://255.255.255.255/",
                "http://[::1]/",
                "http://[::]/",
                "http://[::ffff:10.0.0.1]/",
                "http://[::ffff:7f00:1]/",
                "http://[::127.0.0.1]/",
                "http://[fc00::1]/",
                "http://[fe80::1]/",
                "http://[fec0::1]/",
                "http://[ff02::1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[64:ff9b:1::1]/",
                "http://[2002:7f00:1::]/",
                "http://[2001:0:53aa:64c::1]/",
                "http://[2001:db8::1]/",
                "http://[100::1]/",
                "http://localhost/",
                "http://LOCALHOST/",
                "http://localhost./",
                "http://redis:6379/",
                "http://93.184.215.14:25/",
                "http://anna@93.184.215.14/",
                "http://93.184.215.14%2eexample.com/",
                "http:///x",
                "http:93.184.215.14",
                "ftp://93.184.215.14/",
                "file:///etc/passwd",
                "gopher://93.184.215.14/",
                "jar:http://93.184.215.14/!/",
                "data:image/png;base64,AAAA",
                "//93.184.215.14/",
                "http://93.184.215.14/a b",
                "http://exa\u0000mple.com/",
                ""
            })
    void what_leads_inside_is_refused(String url) {
        assertThatThrownBy(() -> go(url)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://93.184.215.14/",
                "https://93.184.215.14/a.png?b=c%20d",
                "HTTPS://93.184.215.14:443/",
                "http://93.184.215.14:80/",
                "https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/",
                "http://172.32.0.1/",
                "http://100.128.0.1/",
                "http://192.169.0.1/",
                "http://11.0.0.1/"
            })
    void what_leads_outside_is_allowed(String url) {
        assertThatCode(() -> go(url)).doesNotThrowAnyException();
    }

    @Test
    void the_form_of_names_outside_is_allowed() {
        for (String url : List.of("https://images.example.com/a", "https://xn--bcher-kva.example/")) {
            assertThatCode(() -> guard.check(url)).doesNotThrowAnyException();
        }
    }

    @Test
    void what_the_operator_names_is_allowed_and_nothing_beside_it() throws IOException {
        EgressGuard open = new EgressGuard(new EgressProperties(List.of("10.1.0.0/16"), Duration.ofSeconds(5)));
        assertThat(open.resolve("10.1.2.3")).containsExactly(InetAddress.getByName("10.1.2.3"));
        assertThat(open.check("http://10.1.2.3:8080/").getPort()).isEqualTo(8080);
        assertThatThrownBy(() -> open.resolve("10.2.0.1")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> open.check("http://10.2.0.1:8080/")).isInstanceOf(IOException.class);
    }

    /** Names of mail servers are the operator's alone; nobody else can give one yet. */
    @Test
    void the_corpus_is_judged_as_it_says() throws IOException {
        for (String line : Files.readAllLines(Corpora.folder().resolve("ssrf.jsonl"))) {
            JsonNode sample = new JsonMapper().readTree(line);
            String url = sample.get("input").stringValue();
            if (!sample.has("field") && sample.get("expect").stringValue().equals("block")) {
                assertThatThrownBy(() -> go(url)).as(url).isInstanceOf(IOException.class);
            }
        }
    }
}
