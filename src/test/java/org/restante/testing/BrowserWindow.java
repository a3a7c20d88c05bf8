package org.restante.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.nio.file.Path;
import java.util.List;

/** A window with cookies of its own; it writes down what no page may cause. */
public final class BrowserWindow implements AutoCloseable {

    private static final double LONGEST_PICTURE = 10_000;

    /** What is half-way between two states is nothing to look at; what moves for ever goes on. */
    private static final String SETTLE = """
            document.getAnimations()
                .filter((each) => each.effect.getComputedTiming().endTime < Infinity)
                .forEach((each) => each.finish())""";

    private BrowserLook look;
    private final BrowserContext context;
    private final BrowserProblems problems;
    private final Page page;
    private boolean asked;

    BrowserWindow(BrowserContext context, String origin, BrowserLook look) {
        this.look = look;
        this.context = context;
        this.problems = BrowserProblems.watch(context, origin);
        this.page = context.newPage();
    }

    /** Returns the page in the window. */
    public Page page() {
        return page;
    }

    /** Goes to an address of the application, such as {@code /login}; returns the page. */
    public Page visit(String path) {
        page.navigate(path);
        return page;
    }

    /** Returns script errors, CSP violations, dialogs and requests to other origins so far: empty where all is well. */
    public List<String> problems() {
        asked = true;
        return problems.seen();
    }

    /**
     * Returns what hinders people with disabilities on the page as it is now, by axe-core: empty where all is well. Sandboxed frames are
     * left out.
     */
    public List<String> barriers() {
        return Barriers.in(page);
    }

    /** Shows the page that is open, and those that follow, in other circumstances; whether scripts run stays as it was. */
    public void show(BrowserLook other) {
        look = other;
        page.setViewportSize(other.width(), other.height());
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(other.colours()));
        page.evaluate(SETTLE);
    }

    /** Returns whether the page is wider than the window, so that reading a line means scrolling to and fro. */
    public boolean scrollsSideways() {
        return (Boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    /** Takes a picture of the page to {@code target/screenshots}, for whoever wants to look; a browser that is too busy for it makes none. */
    public void picture(String name) {
        Path file = Path.of("target", "screenshots", name + "-" + look + ".png");
        try {
            page.screenshot(new Page.ScreenshotOptions().setPath(file).setTimeout(LONGEST_PICTURE));
        } catch (TimeoutError e) {
            System.out.println("No picture " + file);
        }
    }

    /** Closes it; a violation of the CSP fails the test even where it did not ask for problems. */
    @Override
    public void close() {
        context.close();
        if (!asked && problems.seen().stream().anyMatch(problem -> problem.startsWith("CSP: "))) {
            throw new AssertionError(problems.seen());
        }
    }
}
