package org.restante.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.restante.testing.AdjustableClock;
import org.restante.testing.FakeMailStores;
import org.restante.testing.HttpBrowser;
import org.restante.testing.RawHttp;
import org.restante.testing.WebTest;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

class OtherSetupsTest {

    @Nested
    @WebTest
    @TestPropertySource(properties = "server.servlet.context-path=/post")
    class Below_a_context_path {

        @LocalServerPort
        private int port;

        @Test
        void signing_in_and_out_works() {
            HttpBrowser browser = new HttpBrowser("http://localhost:" + port);

            HttpResponse<String> refused = browser.get("/post/devices");
            assertThat(refused.headers().firstValue("Location")).contains("/post/login?next=%2Fdevices");
            HttpResponse<String> in = browser.post(
                    "/post/login", "/post/login", Map.of("username", "ada", "password", "secret", "next", "/devices"));
            assertThat(in.headers().firstValue("Location")).contains("/post/devices");
            assertThat(browser.get("/post/devices").body()).contains("/post/devices/end-all");
            HttpResponse<String> out = browser.post("/post/devices", "/post/logout", Map.of());
            assertThat(out.headers().firstValue("Location")).contains("/post/login?why=out");
            assertThat(browser.get("/post/login?why=out").body()).contains("You are signed out");
        }

        @Test
        void what_lies_beside_it_is_answered_with_headers() {
            assertThat(RawHttp.ask(port, "GET /other HTTP/1.1", "Host: localhost"))
                    .startsWith("HTTP/1.1 404")
                    .contains("X-Content-Type-Options: nosniff", "Content-Security-Policy: default-src 'none'");
        }
    }

    @Nested
    @WebTest
    @TestPropertySource(
            properties = {
                "restante.servers.other.incoming=imaps://mail.other.example",
                "restante.servers.other.domains=other.example"
            })
    class With_several_servers {

        @LocalServerPort
        private int port;

        @Test
        void the_person_may_choose_and_must_where_a_bare_name_fits_several() {
            HttpBrowser browser = new HttpBrowser("http://localhost:" + port);
            assertThat(HttpBrowser.document(browser.get("/login")).select("#server option"))
                    .hasSize(3);

            HttpResponse<String> unclear = browser.signIn("ada", "secret");
            assertThat(unclear.statusCode()).isEqualTo(400);
            assertThat(HttpBrowser.document(unclear).select("#username-error").text())
                    .contains("choose your server");
            HttpResponse<String> in = browser.post(
                    "/login", "/login", Map.of("username", "ada", "password", "secret", "server", "other"));
            assertThat(in.statusCode()).isEqualTo(303);
            assertThat(browser.get("/devices").body()).contains("ada@other.example");
        }
    }

    @Nested
    @SpringBootTest(
            webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
            properties = {
                "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1",
                "management.server.port=0"
            })
    @Import({FakeMailStores.class, AdjustableClock.class})
    class Without_a_mail_server {

        @LocalServerPort
        private int port;

        @Test
        void the_sign_in_page_says_what_to_set() {
            HttpBrowser browser = new HttpBrowser("http://localhost:" + port);

            HttpResponse<String> page = browser.get("/login");

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("RESTANTE_SERVERS_DEFAULT_INCOMING")
                    .doesNotContain("name=\"password\"");
        }
    }

    @Nested
    @WebTest
    @TestPropertySource(
            properties = {"restante.plain-http=true", "server.tomcat.remoteip.internal-proxies=192\\.0\\.2\\.1"})
    class With_plain_http_and_another_proxy {

        @LocalServerPort
        private int port;

        @Test
        void people_sign_in_from_beyond_this_machine() {
            assertThat(RawHttp.ask(port, "GET /login HTTP/1.1", "Host: mail.lan"))
                    .contains("Set-Cookie: restante-visit=", "name=\"password\"");
        }

        @Test
        void forwarded_headers_of_a_stranger_do_not_count() {
            assertThat(RawHttp.ask(port, "GET /login HTTP/1.1", "Host: mail.lan", "X-Forwarded-Proto: https"))
                    .contains("Set-Cookie: restante-visit=")
                    .doesNotContain("__Host-", "Strict-Transport-Security");
        }
    }
}
