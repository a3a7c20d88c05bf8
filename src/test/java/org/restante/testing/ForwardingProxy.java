package org.restante.testing;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A reverse proxy as stands before the application in production: it ends TLS, and says by {@code X-Forwarded-*} how it was asked. What a
 * visitor says in such fields is thrown away.
 */
public final class ForwardingProxy implements AutoCloseable {

    private static final Set<String> ITS_OWN = Set.of(
            "connection",
            "host",
            "content-length",
            "transfer-encoding",
            "keep-alive",
            "upgrade",
            "expect",
            "te",
            "http2-settings");

    private final String target;
    private final HttpsServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private ForwardingProxy(String target) throws IOException {
        this.target = target;
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(
                new HttpsConfigurator(TestCertificate.forLoopback().serverContext()));
        server.createContext("/", this::forward);
        server.setExecutor(threads);
        server.start();
    }

    /** Starts one before an application, given as {@code http://localhost:49152}. */
    public static ForwardingProxy before(String target) throws IOException {
        return new ForwardingProxy(target);
    }

    /** Returns what all addresses begin with, such as {@code https://localhost:49153}. */
    public String origin() {
        return "https://localhost:" + server.getAddress().getPort();
    }

    private void forward(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpResponse<InputStream> answer =
                    client.send(request(exchange), HttpResponse.BodyHandlers.ofInputStream());
            answer.headers().map().forEach((name, values) -> {
                if (!ITS_OWN.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":")) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            byte[] body = answer.body().readAllBytes();
            exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target + exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        Headers asked = exchange.getRequestHeaders();
        asked.forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!ITS_OWN.contains(lower) && !lower.startsWith("x-forwarded-")) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.header(
                        "X-Forwarded-For",
                        exchange.getRemoteAddress().getAddress().getHostAddress())
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", asked.getFirst("Host"))
                .header("X-Forwarded-Port", String.valueOf(server.getAddress().getPort()))
                .build();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
