package org.restante.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Several processes of the application behind a load balancer that gives each request to the next one that is ready, and asks every half
 * second which ones are.
 */
public final class Replicas implements AutoCloseable {

    private static final Set<String> ITS_OWN = Set.of(
            "connection", "host", "content-length", "transfer-encoding", "keep-alive", "upgrade", "expect", "http2-settings");
    private static final int BAD_GATEWAY = 502;
    private static final long PAUSE = 500;

    private final Supplier<RestanteProcess> launcher;
    private final List<RestanteProcess> all = new CopyOnWriteArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpServer balancer;
    private volatile List<RestanteProcess> ready;

    /** Starts so many, and waits until they are ready. */
    public Replicas(int count, Supplier<RestanteProcess> launcher) throws IOException {
        this.launcher = launcher;
        for (int i = 0; i < count; i++) {
            all.add(launcher.get());
        }
        all.forEach(RestanteProcess::awaitReady);
        ready = List.copyOf(all);
        balancer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        balancer.createContext("/", this::forward);
        balancer.setExecutor(threads);
        balancer.start();
        threads.execute(this::look);
    }

    /** Returns the port of the load balancer. */
    public int port() {
        return balancer.getAddress().getPort();
    }

    /** Returns how many are ready. */
    public int ready() {
        return ready.size();
    }

    /** Asks one that is ready to end, and starts another; returns the one that ends. */
    public RestanteProcess drainOne() {
        RestanteProcess leaving = replace();
        leaving.terminate();
        return leaving;
    }

    /** Kills one that is ready, and starts another. */
    public void killOne() throws IOException {
        replace().close();
    }

    private RestanteProcess replace() {
        RestanteProcess leaving = ready.get(0);
        all.add(launcher.get());
        return leaving;
    }

    private void look() {
        while (!threads.isShutdown()) {
            ready = all.stream().filter(replica -> replica.readiness() == 200).toList();
            all.removeIf(RestanteProcess::isGone);
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void forward(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            List<RestanteProcess> now = ready;
            RestanteProcess replica = now.get(Math.floorMod(next.getAndIncrement(), now.size()));
            HttpResponse<byte[]> answer = client.send(
                    request(exchange, body, replica.port()), HttpResponse.BodyHandlers.ofByteArray());
            answer.headers().map().forEach((name, values) -> {
                if (!ITS_OWN.contains(name.toLowerCase(Locale.ROOT))) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            exchange.sendResponseHeaders(BAD_GATEWAY, -1);
        }
    }

    private HttpRequest request(HttpExchange exchange, byte[] body, int port) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!ITS_OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    @Override
    public void close() throws IOException {
        balancer.stop(0);
        threads.shutdownNow();
        for (RestanteProcess replica : all) {
            replica.close();
        }
    }
}
