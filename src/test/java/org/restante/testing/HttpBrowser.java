package org.restante.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A browser without scripts: keeps cookies, follows no redirect by itself, fills in forms with the token that the page holds. */
public final class HttpBrowser {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private final String origin;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    /**
     * @param origin with the context path, such as {@code http://localhost:8080}
     */
    public HttpBrowser(String origin) {
        this.origin = origin;
    }

    /** Returns the cookies it holds, by name; changing them changes what it sends. */
    public Map<String, String> cookies() {
        return cookies;
    }

    /** Sends a header field with every request from now on. */
    public HttpBrowser header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Returns the answer to a GET. */
    public HttpResponse<String> get(String path) {
        return send("GET", path, Map.of());
    }

    /** Returns the answer to a POST of the fields as they are, without a token. */
    public HttpResponse<String> postBare(String path, Map<String, String> fields) {
        return send("POST", path, fields);
    }

    /** Returns the answer to a POST of the fields, with the token of the first form on the page. */
    public HttpResponse<String> post(String page, String path, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", token(get(page)));
        return postBare(path, all);
    }

    /** Signs in, and returns the answer. */
    public HttpResponse<String> signIn(String username, String password) {
        return post("/login", "/login", Map.of("username", username, "password", password));
    }

    /** Returns the token of the first form on a page; empty where it has none. */
    public static String token(HttpResponse<String> page) {
        Element field = document(page).selectFirst("input[name=_csrf]");
        return field == null ? "" : field.val();
    }

    /** Returns the page, parsed. */
    public static Document document(HttpResponse<String> page) {
        return Jsoup.parse(page.body());
    }

    /** Returns the answer to any request. */
    public HttpResponse<String> send(String method, String path, Map<String, String> fields) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + path))
                .method(method, fields.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(form(fields)))
                .header("Content-Type", "application/x-www-form-urlencoded");
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keep(String field) {
        HttpCookie cookie = HttpCookie.parse(field).get(0);
        if (cookie.getMaxAge() == 0) {
            cookies.remove(cookie.getName());
        } else {
            cookies.put(cookie.getName(), cookie.getValue());
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
