package org.restante.mime.html;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What designed messages of the demo cost to sanitise. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SanitizingBenchmark {

    private final HtmlSanitizer sanitizer = new HtmlSanitizer(InlineImages.NONE);

    @Param({"invoice", "market", "phishing"})
    private String message;

    private String html;

    /** Reads the message. */
    @Setup
    public void read() throws IOException {
        try (InputStream file = getClass().getResourceAsStream("/demo/html/" + message + ".html")) {
            html = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Returns what of it is safe. */
    @Benchmark
    public SanitizedHtml sanitize() {
        return sanitizer.sanitize(html);
    }
}
