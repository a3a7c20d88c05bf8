package org.restante.testing;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium of this machine, driven by the thread that launched it. */
public final class Browser implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    private static final List<Path> PLACES = List.of(
            Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"),
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));

    /** For a slow machine; what is there at once is not waited for. */
    private static final int PATIENCE_MILLISECONDS = 30_000;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final ServiceWorkerPolicy workers;

    private Browser(Path program, Stream<String> more, ServiceWorkerPolicy workers) {
        this.workers = workers;
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLISECONDS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(Stream.concat(arguments(), more).toList()));
    }

    /**
     * Launches it without a window on any screen; skips the test where no Chromium is installed. No service worker is installed in it: each
     * window is a new person's, who would fetch all of the application anew.
     */
    public static Browser launch() {
        return launch(Stream.empty(), ServiceWorkerPolicy.BLOCK);
    }

    /** Launches one that trusts a certificate as if an authority had signed it, and in which pages may install their service workers. */
    public static Browser launchTrusting(TestCertificate certificate) {
        return launch(
                Stream.of("--ignore-certificate-errors-spki-list=" + certificate.keyHash()), ServiceWorkerPolicy.ALLOW);
    }

    private static Browser launch(Stream<String> more, ServiceWorkerPolicy workers) {
        Optional<Path> program = program();
        Required.program("chromium", program.isPresent());
        return new Browser(program.orElseThrow(), more, workers);
    }

    private static Optional<Path> program() {
        Stream<Path> onPath = Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)));
        return Stream.concat(onPath, PLACES.stream())
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Chromium refuses to run as root with its sandbox, and its own traffic is none of a page's. */
    private static Stream<String> arguments() {
        Stream<String> quiet =
                Stream.of("--disable-background-networking", "--disable-component-update", "--disable-sync");
        boolean root = "root".equals(System.getProperty("user.name"));
        return root ? Stream.concat(quiet, Stream.of("--no-sandbox")) : quiet;
    }

    /**
     * Opens a window without cookies.
     *
     * @param origin the application's, such as {@code http://localhost:8080}; requests elsewhere are problems
     */
    public BrowserWindow open(String origin, BrowserLook look) {
        return new BrowserWindow(
                chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setBaseURL(origin)
                        .setViewportSize(look.width(), look.height())
                        .setTimezoneId("UTC")
                        .setColorScheme(look.colours())
                        .setServiceWorkers(workers)
                        .setJavaScriptEnabled(look.script())),
                origin,
                look);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
