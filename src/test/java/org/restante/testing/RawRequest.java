package org.restante.testing;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sends what no well-behaved HTTP client would, and reads the answer as a {@link Page}; see also {@link RawHttp}. */
public final class RawRequest {

    private RawRequest() {}

    /**
     * Sends a request and returns the answer.
     *
     * @param requestLine such as {@code GET /%zz HTTP/1.1}
     * @param headers whole lines; Host and {@code Connection: close} are added
     */
    public static Page send(int port, String requestLine, String... headers) {
        List<String> lines = new ArrayList<>(List.of(requestLine, "Host: 127.0.0.1"));
        lines.addAll(List.of(headers));
        return page(requestLine, RawHttp.ask(port, lines.toArray(String[]::new)));
    }

    private static Page page(String requestLine, String text) {
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new AssertionError("no whole answer to " + requestLine + ": " + text);
        }
        List<String> head = text.substring(0, end).lines().toList();
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String line : head.subList(1, head.size())) {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        int status = Integer.parseInt(head.get(0).split(" ")[1]);
        byte[] body = text.substring(end + 4).getBytes(StandardCharsets.UTF_8);
        return new Page(requestLine, status, HttpHeaders.of(headers, (name, value) -> true), body);
    }
}
