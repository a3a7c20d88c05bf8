package org.restante.security;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.util.Timeout;
import org.springframework.stereotype.Component;

/**
 * The one way out: fetches something small from a public web server. It sends no cookies and tells nothing of who asks; each step of a
 * redirect is checked as the first address was; what is compressed stays so.
 */
@Component
public class EgressClient implements AutoCloseable {

    private static final int MOST_REDIRECTS = 5;
    private static final int AT_ONCE = 32;

    private final EgressGuard guard;
    private final Duration limit;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final CloseableHttpClient client;
    private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "egress-watchdog");
        thread.setDaemon(true);
        return thread;
    });

    EgressClient(EgressGuard guard, EgressProperties properties) {
        this.guard = guard;
        this.limit = properties.limit();
        Timeout timeout = Timeout.of(limit);
        client = HttpClients.custom()
                .setConnectionManager(connections(guard, timeout))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(timeout)
                        .setConnectionRequestTimeout(timeout)
                        .build())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .setUserAgent("Mozilla/5.0")
                .build();
    }

    private static HttpClientConnectionManager connections(EgressGuard guard, Timeout timeout) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(guard)
                .setMaxConnTotal(AT_ONCE)
                .setMaxConnPerRoute(AT_ONCE / 4)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout)
                        .setSocketTimeout(timeout)
                        .build())
                .build();
    }

    /**
     * Fetches what lies at an address.
     *
     * @param accept the types that are asked for
     * @param mostOctets what is read at most
     * @throws EgressRefusedException where it is forbidden, too large, or not there
     * @throws IOException where the server does not answer in time or not properly
     */
    public byte[] get(String url, String accept, int mostOctets) throws IOException {
        if (!places.tryAcquire()) {
            throw new EgressRefusedException("too many at once");
        }
        try {
            return follow(url, accept, mostOctets, System.nanoTime() + limit.toNanos());
        } finally {
            places.release();
        }
    }

    private byte[] follow(String url, String accept, int mostOctets, long deadline) throws IOException {
        URI address = guard.check(url);
        for (int i = 0; i <= MOST_REDIRECTS; i++) {
            Answer answer = ask(address, accept, mostOctets, deadline);
            if (answer.location() == null) {
                return answer.body();
            }
            address = guard.check(resolve(address, answer.location()));
        }
        throw new EgressRefusedException("too many redirects");
    }

    private static String resolve(URI address, String location) throws EgressRefusedException {
        try {
            return address.resolve(location).toString();
        } catch (IllegalArgumentException e) {
            throw new EgressRefusedException("not an address");
        }
    }

    /**
     * What came back.
     *
     * @param location where to look instead; null: nowhere
     */
    private record Answer(String location, byte[] body) {}

    private Answer ask(URI address, String accept, int mostOctets, long deadline) throws IOException {
        HttpGet request = new HttpGet(address);
        request.setHeader("Accept", accept);
        ScheduledFuture<?> end = watchdog.schedule(request::cancel, deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        try {
            return client.execute(request, response -> read(response, mostOctets));
        } finally {
            end.cancel(false);
        }
    }

    private static Answer read(ClassicHttpResponse response, int mostOctets) throws IOException {
        Header location = response.getFirstHeader("Location");
        if (response.getCode() / 100 == 3 && location != null) {
            return new Answer(location.getValue(), new byte[0]);
        }
        if (response.getCode() != 200 || response.getEntity() == null) {
            throw new EgressRefusedException("not there");
        }
        try (InputStream content = response.getEntity().getContent()) {
            byte[] body = content.readNBytes(mostOctets + 1);
            if (body.length > mostOctets) {
                throw new EgressRefusedException("too large");
            }
            return new Answer(null, body);
        }
    }

    @Override
    public void close() throws IOException {
        watchdog.shutdownNow();
        client.close();
    }
}
