package org.restante.benchmark;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** A browser's connection: HTTP/1.1 that is kept open, gzip, cookies; cheap enough not to be what is measured. */
final class KeepAlive implements AutoCloseable {

    private final int port;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private Socket socket;
    private InputStream in;

    KeepAlive(int port) {
        this.port = port;
    }

    /** What came back; the body as it came. */
    record Answer(int status, Map<String, String> headers, byte[] body) {

        String text() throws IOException {
            InputStream bytes = new ByteArrayInputStream(body);
            boolean zipped = "gzip".equals(headers.get("content-encoding"));
            return new String((zipped ? new GZIPInputStream(bytes) : bytes).readAllBytes(), StandardCharsets.UTF_8);
        }

        Answer expect(int expected) throws IOException {
            if (status != expected) {
                throw new IOException(status + " instead of " + expected);
            }
            return this;
        }

        Answer expectRedirect() throws IOException {
            return expect(status == 303 ? 303 : 302);
        }
    }

    Answer get(String path) throws IOException {
        return send("GET", path, "");
    }

    /** Posts a form that is encoded already. */
    Answer post(String path, String form) throws IOException {
        return send("POST", path, form);
    }

    private Answer send(String method, String path, String body) throws IOException {
        if (socket == null) {
            socket = new Socket("127.0.0.1", port);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        }
        socket.getOutputStream().write(request(method, path, body).getBytes(StandardCharsets.UTF_8));
        int status = Integer.parseInt(line().substring(9, 12));
        Map<String, String> headers = headers();
        Answer answer = new Answer(status, headers, body(headers));
        if ("close".equals(headers.get("connection"))) {
            close();
        }
        return answer;
    }

    private String request(String method, String path, String body) {
        String cookie = cookies.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("; "));
        return method + " " + path + " HTTP/1.1\r\nHost: localhost:" + port
                + "\r\nAccept-Encoding: gzip\r\nAccept-Language: en-GB,en;q=0.5\r\nAccept: text/html, */*;q=0.1"
                + "\r\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0\r\n"
                + (cookie.isEmpty() ? "" : "Cookie: " + cookie + "\r\n")
                + (method.equals("POST")
                        ? "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length() + "\r\n"
                        : "")
                + "\r\n" + body;
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            String value = line.substring(colon + 1).trim();
            headers.put(name, value);
            if (name.equals("set-cookie")) {
                String pair = value.split(";")[0];
                int equals = pair.indexOf('=');
                cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return headers;
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if (!"chunked".equals(headers.get("transfer-encoding"))) {
            return in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        }
        var body = new java.io.ByteArrayOutputStream(1 << 14);
        for (int size = size(); size > 0; size = size()) {
            body.write(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int size() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException("closed after " + line);
            }
            if (octet != '\r') {
                line.append((char) octet);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
