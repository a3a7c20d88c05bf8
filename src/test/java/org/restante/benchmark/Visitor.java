package org.restante.benchmark;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who is signed in to Restante and has their inbox open. */
final class Visitor implements AutoCloseable {

    private static final String INBOX = "/mail/INBOX";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern REF = Pattern.compile("data-ref=\"([^\"]+)\"");
    private static final int OPENED = 40;

    private final String user;
    private final int port;
    private final int pages;
    private final KeepAlive http;
    private final List<String> refs = new ArrayList<>();
    private String token;
    private int seen = 1;

    private Visitor(String user, int port, int messages) throws IOException {
        this.user = user;
        this.port = port;
        pages = Math.max(1, (messages + 49) / 50);
        http = signedIn(user, port);
        String inbox = http.get(INBOX).expect(200).text();
        token = first(TOKEN, inbox);
        collect(inbox, OPENED / 2);
        collect(http.get(INBOX + "?page=" + (pages / 2 + 1)).expect(200).text(), OPENED);
    }

    /** Signs somebody in whose inbox has this many messages. */
    static Visitor of(String user, int port, int messages) throws IOException {
        return new Visitor(user, port, messages);
    }

    /** Signs in, and returns the connection. */
    static KeepAlive signedIn(String user, int port) throws IOException {
        var http = new KeepAlive(port);
        String form = http.get("/login").expect(200).text();
        http.post(
                        "/login",
                        "username=" + user + "&password=" + encoded(Settings.password()) + "&_csrf="
                                + first(TOKEN, form))
                .expectRedirect();
        return http;
    }

    private void collect(String page, int most) {
        Matcher found = REF.matcher(page);
        while (refs.size() < most && found.find()) {
            refs.add(found.group(1));
        }
    }

    /** Returns the requests, by case. */
    Map<String, Exchange> requests() {
        return Map.of(
                Case.LIST, i -> http.get(INBOX).expect(200),
                Case.NEW, i -> http.get(INBOX + "?page=" + ++seen).expect(200),
                Case.DEEP, i -> http.get(INBOX + "?page=" + (pages / 2 + 1)).expect(200),
                Case.OPEN, this::open,
                Case.OPEN_ONE_TRIP, this::open,
                Case.FOLDERS, i -> http.get("/folders").expect(200),
                Case.FLAG, this::flag,
                Case.SIGN_IN, i -> signIn());
    }

    /** Returns how many pages there are that it has not seen. */
    int newPages() {
        return pages - seen;
    }

    private void open(int i) throws IOException {
        String message = INBOX + "/" + refs.get(i % refs.size());
        http.get(message).expect(200);
        http.get(message + "/body").expect(200);
    }

    private void flag(int i) throws IOException {
        String form = "ref=" + refs.get(i % refs.size()) + "&_csrf=" + token;
        http.post(INBOX + (i % 2 == 0 ? "/flag" : "/unflag"), form).expectRedirect();
    }

    private void signIn() throws IOException {
        try (var another = signedIn(user, port)) {
            another.get(INBOX).expect(200);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String first(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("no " + pattern + " in " + page);
        }
        return found.group(1);
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
