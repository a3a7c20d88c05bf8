package org.restante.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.jsoup.Connection.KeyVal;
import org.jsoup.nodes.FormElement;

/**
 * Somebody with a browser that runs no scripts: it keeps cookies, and follows no redirect unless it is told to. Each visitor comes from a network of
 * its own, so that one test's failed sign-ins do not count in another.
 */
public final class Visitor {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final IntSupplier port;
    private final String network = "10.1.%d.%d".formatted(COUNT.incrementAndGet() / 250, COUNT.get() % 250 + 1);
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    /** Somebody who visits the application on this port of 127.0.0.1. */
    public Visitor(int port) {
        this(() -> port);
    }

    /** Somebody whose requests go each to the port that this then names. */
    public Visitor(IntSupplier port) {
        this.port = port;
    }

    /** Returns the cookies by name, to look at or to change. */
    public Map<String, String> cookies() {
        return cookies;
    }

    /** Returns the headers that go with each request beside the cookies, to change. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Returns the answer to a GET. */
    public Page get(String address) {
        return send(address, request(address).GET());
    }

    /** Returns how many octets the answer to a GET has, which is not kept. */
    public long length(String address) {
        try {
            HttpResponse<InputStream> answer =
                    CLIENT.send(request(address).GET().build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                return body.transferTo(OutputStream.nullOutputStream());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Returns the answer to a GET, and where that is a redirect, the page it leads to. */
    public Page open(String address) {
        return follow(get(address));
    }

    /** Returns the page that an answer leads to; the answer itself where it is no redirect. */
    public Page follow(Page page) {
        return page.status() / 100 == 3 ? open(page.header("Location")) : page;
    }

    /** Returns the answer to a POST of exactly these fields. */
    public Page post(String address, List<Map.Entry<String, String>> fields) {
        String body = fields.stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(
                address,
                request(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Returns the answer to a POST of octets as they are, with the token that forms have, unless that is empty. */
    public Page upload(String address, String token, String type, HttpRequest.BodyPublisher octets) {
        HttpRequest.Builder request =
                request(address).header("Content-Type", type).POST(octets);
        return send(address, token.isEmpty() ? request : request.header("X-CSRF-Token", token));
    }

    /** Returns the answer to a form as it stands on the page, with some fields' values changed or added. */
    public Page submit(FormElement form, Map<String, String> changes) {
        return submit(form, form.attr("action"), changes);
    }

    /** Returns the answer to a form that one of its buttons sends elsewhere. */
    public Page submit(FormElement form, String action, Map<String, String> changes) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        for (KeyVal field : form.formData()) {
            if (!changes.containsKey(field.key())) {
                fields.add(Map.entry(field.key(), field.value()));
            }
        }
        fields.addAll(changes.entrySet());
        return post(action, fields);
    }

    /** Fills in the sign-in page; returns the answer. */
    public Page signIn(String username, String password) {
        return submit(get("/login").form("form.sign-in"), Map.of("username", username, "password", password));
    }

    /** Signs in, or fails the test. */
    public Visitor signedIn(String username, String password) {
        Page answer = signIn(username, password);
        if (answer.status() != 303) {
            throw new AssertionError(
                    "not signed in: " + answer + answer.document().select("[role=alert]"));
        }
        return this;
    }

    private HttpRequest.Builder request(String address) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(address)).timeout(PATIENCE).header("X-Forwarded-For", network);
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private URI uri(String address) {
        return URI.create("http://127.0.0.1:" + port.getAsInt()).resolve(address);
    }

    private Page send(String address, HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            answer.headers().allValues("Set-Cookie").stream()
                    .flatMap(header -> HttpCookie.parse(header).stream())
                    .forEach(this::keep);
            return new Page(address, answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(HttpCookie cookie) {
        if (cookie.getMaxAge() == 0) {
            cookies.remove(cookie.getName());
        } else {
            cookies.put(cookie.getName(), cookie.getValue());
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
