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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Several processes of the application behind a load balancer that gives each request to the next one that is ready, and asks every half
 * second which ones are. It tries nothing twice: where a replica does not answer, it says 502.
 */
public final class Replicas implements AutoCloseable {

    /** What concerns one connection alone (RFC 9110 §7.6.1), and what the client writes itself. */
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "connection",
            "host",
            "content-length",
            "transfer-encoding",
            "keep-alive",
            "upgrade",
            "expect",
            "http2-settings");

    private static final int BAD_GATEWAY = 502;
    private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(500);

    private final Supplier<RestanteProcess> launcher;
    private final List<RestanteProcess> all = new CopyOnWriteArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger fewest;
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
        fewest = new AtomicInteger(count);
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

    /** Returns those that are ready. */
    public List<RestanteProcess> ready() {
        return ready;
    }

    /** Returns how many were ready at the worst moment so far. */
    public int fewest() {
        return fewest.get();
    }

    /** Begins to start another one, and tells the one that was ready for longest to stop (SIGTERM). */
    public void drainOne() {
        replace().terminate();
    }

    /** Begins to start another one, and kills the one that was ready for longest (SIGKILL). */
    public void killOne() {
        replace().kill();
    }

    private RestanteProcess replace() {
        all.add(launcher.get());
        return ready.get(0);
    }

    private void look() {
        while (!threads.isShutdown()) {
            ready = all.stream().filter(replica -> replica.readiness() == 200).toList();
            fewest.accumulateAndGet(ready.size(), Math::min);
            LockSupport.parkNanos(LOOK_EVERY);
        }
    }

    private void forward(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            List<RestanteProcess> now = ready;
            RestanteProcess replica = now.get(Math.floorMod(next.getAndIncrement(), now.size()));
            HttpResponse<byte[]> answer;
            try {
                answer = client.send(request(exchange, body, replica.port()), HttpResponse.BodyHandlers.ofByteArray());
            } catch (IOException e) {
                exchange.sendResponseHeaders(BAD_GATEWAY, -1);
                return;
            }
            answer.headers().map().forEach((name, values) -> {
                if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpRequest request(HttpExchange exchange, byte[] body, int port) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        balancer.stop(0);
        for (RestanteProcess replica : all) {
            replica.close();
        }
    }
}
