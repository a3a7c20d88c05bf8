package org.restante.mime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.restante.mime.html.RemoteImages;

/** What a newsletter of 100 KB costs from its octets to the document that shows it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class NewsletterBenchmark {

    private static final int SIZE = 100 << 10;

    private final MessageBody.Options options = new MessageBody.Options(
            false, new MessageBody.Style("", ""), id -> "/parts/" + id, RemoteImages.NONE, new EnglishNotices(), "");

    private byte[] message;

    /** Makes the message: the demo's designed ones, one after another. */
    @Setup
    public void read() throws IOException {
        StringBuilder html = new StringBuilder();
        while (html.length() < SIZE) {
            for (String name : new String[] {"market", "invoice", "weekly", "product"}) {
                try (InputStream file = getClass().getResourceAsStream("/demo/html/" + name + ".html")) {
                    html.append(new String(file.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        byte[] text = html.substring(0, SIZE).getBytes(StandardCharsets.UTF_8);
        message = ("Subject: news\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\n\r\nnews\r\n--b\r\n"
                        + "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                        + Base64.getMimeEncoder().encodeToString(text) + "\r\n--b--\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Returns the document. */
    @Benchmark
    public RenderedBody render() throws IOException {
        StructureParser parser = new StructureParser();
        parser.write(message);
        ParsedMessage parsed = parser.finish();
        return MessageBody.render(
                Display.of(parsed.root()),
                part -> {
                    ParsedMessage.Range range =
                            parsed.range(part.id().orElseThrow()).orElseThrow();
                    byte[] octets =
                            Arrays.copyOfRange(message, (int) range.start(), (int) (range.start() + range.length()));
                    return TextDecoding.read(part, new ByteArrayInputStream(octets), 1 << 20);
                },
                options);
    }
}
