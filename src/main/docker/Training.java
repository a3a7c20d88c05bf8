import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets Restante do its main job, in front of a mail server that says just enough, while Java writes down what that takes (JEP 483, 514,
 * 515): signing in, a list, a message, its attachment, writing, the settings.
 *
 * <p>Arguments: the java program, the jar, and the cache to make.
 */
final class Training {

    private static final int PORT = 18080;
    private static final int ROUNDS = 40;
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();

    public static void main(String[] args) throws Exception {
        try (var mail = new TrainingMail()) {
            Process restante = start(args[0], args[1], args[2], mail.port());
            try {
                awaitLogin(restante);
                mainJob();
            } finally {
                restante.destroy();
                restante.waitFor();
            }
        }
        if (!Files.exists(Path.of(args[2]))) {
            throw new IllegalStateException("no cache was made");
        }
        System.exit(0);
    }

    private static Process start(String java, String jar, String cache, int mailPort) throws IOException {
        return new ProcessBuilder(
                        java,
                        "-XX:AOTCacheOutput=" + cache,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx400m",
                        "-jar",
                        jar,
                        "--server.port=" + PORT,
                        "--server.address=127.0.0.1",
                        "--management.server.port=" + (PORT + 1),
                        "--spring.datasource.url=jdbc:h2:mem:training;DB_CLOSE_DELAY=-1",
                        "--restante.servers.default.incoming=imap://127.0.0.1:" + mailPort + "?tls=off",
                        "--restante.servers.default.submission=smtp://127.0.0.1:1?tls=off")
                .inheritIO()
                .start();
    }

    private static void awaitLogin(Process restante) throws InterruptedException {
        while (restante.isAlive()) {
            try {
                get("/login");
                return;
            } catch (IOException e) {
                Thread.sleep(200);
            }
        }
        throw new IllegalStateException("Restante did not start");
    }

    private static void mainJob() throws Exception {
        String token = found(get("/login"), "name=\"_csrf\"[^>]* value=\"([^\"]+)\"");
        HTTP.send(
                HttpRequest.newBuilder(address("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("username=ada%40example.org&password=secret&_csrf="
                                + URLEncoder.encode(token, StandardCharsets.UTF_8)))
                        .build(),
                BodyHandlers.discarding());
        for (int i = 0; i < ROUNDS; i++) {
            Matcher refs = matcher(get("/mail/INBOX"), "data-ref=\"([^\"]+)\"");
            while (i % 4 == 0 && refs.find()) {
                String message = "/mail/INBOX/" + refs.group(1);
                get(message);
                get(message + "/body");
                get(message + "/parts/2");
            }
        }
        for (String page : new String[] {"/compose", "/settings", "/devices", "/outbox", "/folders"}) {
            get(page);
        }
        get("http://127.0.0.1:" + (PORT + 1) + "/actuator/health/readiness");
        get("http://127.0.0.1:" + (PORT + 1) + "/actuator/prometheus");
    }

    private static URI address(String path) {
        return URI.create("http://127.0.0.1:" + PORT + "/").resolve(path);
    }

    private static String get(String path) throws IOException, InterruptedException {
        var answer = HTTP.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException(path + ": " + answer.statusCode());
        }
        return answer.body();
    }

    private static String found(String page, String pattern) {
        Matcher matcher = matcher(page, pattern);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " on " + page);
        }
        return matcher.group(1);
    }

    private static Matcher matcher(String page, String pattern) {
        return Pattern.compile(pattern).matcher(page);
    }
}
