package org.restante.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sends what no well-behaved HTTP client would. */
public final class RawRequest {

    private static final int LIMIT_MILLIS = 20_000;

    private RawRequest() {}

    /**
     * Sends a request and returns the answer.
     *
     * @param requestLine such as {@code GET /%zz HTTP/1.1}
     * @param headers whole lines; Host and {@code Connection: close} are added
     */
    public static Page send(int port, String requestLine, String... headers) throws IOException {
        String request = requestLine + "\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + lines(headers) + "\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(LIMIT_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return page(requestLine, socket.getInputStream().readAllBytes());
        }
    }

    private static String lines(String... headers) {
        StringBuilder lines = new StringBuilder();
        Arrays.stream(headers).forEach(header -> lines.append(header).append("\r\n"));
        return lines.toString();
    }

    private static Page page(String requestLine, byte[] answer) {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
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
        byte[] body = Arrays.copyOfRange(answer, end + 4, answer.length);
        return new Page(requestLine, status, HttpHeaders.of(headers, (name, value) -> true), body);
    }
}
