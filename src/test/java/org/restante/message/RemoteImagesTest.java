package org.restante.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.testing.ApplicationTest;
import org.restante.testing.MailServersUnderTest;
import org.restante.testing.Page;
import org.restante.testing.Person;
import org.restante.testing.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Pictures of other sites stay there until the reader wants them, and then come by way of the application. */
@ApplicationTest
class RemoteImagesTest {

    private static final byte[] PIXELS = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @LocalServerPort
    private int port;

    private final List<HttpExchange> asked = new CopyOnWriteArrayList<>();
    private final Person person = Person.at(MailServersUnderTest.WHOLE);
    private HttpServer site;
    private String origin;
    private Visitor visitor;

    @BeforeEach
    void start() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", this::answer);
        site.start();
        origin = "http://127.0.0.1:" + site.getAddress().getPort();
        visitor = person.signedInAt(port);
    }

    @AfterEach
    void stop() {
        site.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange);
        String path = exchange.getRequestURI().getPath();
        if (path.startsWith("/to")) {
            exchange.getResponseHeaders().set("Location", path.equals("/to-inside") ? "http://10.0.0.1/" : "/a.png");
            exchange.sendResponseHeaders(302, -1);
        } else if (path.equals("/a.svg")) {
            send(exchange, "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".getBytes());
        } else if (path.equals("/huge.png")) {
            send(exchange, java.util.Arrays.copyOf(PIXELS, 11 << 20));
        } else if (path.equals("/none.png")) {
            exchange.sendResponseHeaders(404, -1);
        } else {
            send(exchange, PIXELS);
        }
        exchange.close();
    }

    private static void send(HttpExchange exchange, byte[] octets) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        exchange.getResponseHeaders().set("Set-Cookie", "a=b");
        exchange.sendResponseHeaders(200, octets.length);
        try {
            exchange.getResponseBody().write(octets);
        } catch (IOException e) {
            // Whoever asked has heard enough.
        }
    }

    private String message(String html) throws IOException {
        person.withSource("INBOX", """
                From: Shop <news@shop.example>
                Subject: News
                MIME-Version: 1.0
                Content-Type: text/html; charset=utf-8

                """ + html);
        return "/mail/INBOX/" + visitor.get("/mail/INBOX").refs().get(0);
    }

    private List<String> pictures(String address) {
        String frame = visitor.get(address).document().select("iframe.body").attr("src");
        return visitor.get(frame).document().select("img[src]").eachAttr("src");
    }

    @Test
    void nothing_is_loaded_and_the_page_says_how_much_was_not() throws IOException {
        String address = message("<p>News</p><img src=%1$s/a.png><img src=%1$s/b.png><img src=%1$s/c width=1 height=1>"
                .formatted(origin));
        Document page = visitor.get(address).document();

        assertThat(page.select(".remote").text()).contains("not loaded: 2", "Trackers blocked: 1");
        assertThat(pictures(address)).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void a_message_without_any_says_nothing_of_them() throws IOException {
        assertThat(visitor.get(message("<p>News</p>")).document().select(".remote"))
                .isEmpty();
    }

    @Test
    void once_they_come_by_way_of_the_application() throws IOException {
        String address = message("<img src=%1$s/a.png><img src=%1$s/t width=1 height=1>".formatted(origin));
        String once = visitor.get(address).document().select(".remote a").attr("href");
        List<String> pictures = pictures(once);
        assertThat(pictures).hasSize(1).allMatch(path -> path.startsWith("/images/"));
        assertThat(asked).isEmpty();

        Page picture = visitor.get(pictures.get(0));
        assertThat(picture.status()).isEqualTo(200);
        assertThat(picture.body()).isEqualTo(PIXELS);
        assertThat(picture.header("Content-Type")).isEqualTo("image/png");
        assertThat(picture.header("Content-Security-Policy")).contains("default-src 'none'", "sandbox");
        assertThat(picture.headers().map()).doesNotContainKey("set-cookie");
        assertThat(asked).hasSize(1);
        assertThat(asked.get(0).getRequestHeaders()).doesNotContainKeys("Cookie", "Referer", "X-forwarded-for");

        visitor.get(pictures.get(0));
        assertThat(asked).as("kept briefly").hasSize(1);
        assertThat(pictures(address)).as("only once").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sender", "domain"})
    void always_is_remembered_until_it_is_taken_back(String whose) throws IOException {
        String address = message("<img src=%s/a.png>".formatted(origin));
        Page answer = visitor.submit(form(address), Map.of("always", whose));
        assertThat(answer.header("Location")).endsWith(address);
        assertThat(pictures(address)).hasSize(1);
        assertThat(visitor.get(address).document().select(".remote").text()).contains("are loaded: 1");
        assertThat(pictures(message("<img src=%s/other.png>".formatted(origin))))
                .hasSize(1);

        visitor.submit(form(address), Map.of("always", "never"));
        assertThat(pictures(address)).isEmpty();
    }

    private FormElement form(String address) {
        return visitor.get(address).form(".remote form");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a.svg", "/huge.png", "/none.png", "/to-inside"})
    void what_is_no_modest_picture_of_a_public_site_is_not_passed_on(String path) throws IOException {
        String picture = pictures(message("<img src=%s%s>".formatted(origin, path)) + "?images=once")
                .get(0);
        assertThat(visitor.get(picture).status()).isEqualTo(502);
    }

    @Test
    void a_redirect_to_a_picture_is_followed() throws IOException {
        String picture = pictures(message("<img src=%s/to-a>".formatted(origin)) + "?images=once")
                .get(0);
        assertThat(visitor.get(picture).body()).isEqualTo(PIXELS);
    }

    @Test
    void an_address_is_for_whom_it_was_signed_for_and_nothing_else() throws IOException {
        String picture = pictures(message("<img src=%s/a.png>".formatted(origin)) + "?images=once")
                .get(0);
        Visitor other = Person.at(MailServersUnderTest.WHOLE).signedInAt(port);
        assertThat(other.get(picture).status()).isEqualTo(404);
        assertThat(visitor.get(picture.substring(0, picture.length() - 1) + "x").status())
                .isEqualTo(404);
        assertThat(visitor.get("/images/x").status()).isEqualTo(404);
        assertThat(new Visitor(port).get(picture).isSignIn()).isTrue();
        assertThat(asked).isEmpty();
    }

    @Test
    void the_frame_may_load_pictures_of_this_site_only() throws IOException {
        Page body = visitor.get(message("<img src=%s/a.png>".formatted(origin)) + "/body?images=once");
        assertThat(body.header("Content-Security-Policy"))
                .contains(
                        "img-src http://127.0.0.1:" + port + "/mail/INBOX/", "http://127.0.0.1:" + port + "/images/;");
    }
}
