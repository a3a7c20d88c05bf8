package org.restante;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.restante.testing.BrowserDovecot;
import org.restante.testing.BrowserLook;
import org.restante.testing.BrowserWindow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a folder feels that has very many messages; with {@code -Drestante.endurance=true} one of full size, and on the clock. */
class LargeFolderIT {

    private static final Logger log = LoggerFactory.getLogger(LargeFolderIT.class);
    private static final boolean ENDURANCE = Boolean.getBoolean("restante.endurance");
    private static final int MESSAGES = ENDURANCE ? 100_000 : 2_000;
    private static final int SCROLLED = ENDURANCE ? 5_000 : 2_000;

    /** In milliseconds. On a busy machine a task takes as long as others let it: only on a quiet one the clock counts. */
    private static final int LONGEST_TASK = ENDURANCE ? 50 : 30_000;

    private static final int LONGEST_SWAP = ENDURANCE ? 100 : 30_000;

    /** Scrolls half a window with each frame, and waits where the rows are not there yet. */
    private static final String SCROLL = """
            (rows) => new Promise((done) => {
              const list = document.getElementById('list');
              const step = () => {
                const seen = list.querySelectorAll('.rows').length * 50;
                const atEnd = list.scrollTop + list.clientHeight >= list.scrollHeight - 1;
                if (seen >= rows && atEnd) {
                  done(seen);
                } else {
                  list.scrollBy(0, list.clientHeight / 2);
                  requestAnimationFrame(step);
                }
              };
              step();
            })
            """;

    private static final String WATCH = """
            () => {
              window.shift = 0;
              window.tasks = [];
              new PerformanceObserver((list) => list.getEntries().forEach((entry) => window.shift += entry.value))
                  .observe({ type: 'layout-shift' });
              new PerformanceObserver((list) => list.getEntries().forEach((entry) => window.tasks.push(entry.duration)))
                  .observe({ type: 'longtask' });
            }
            """;

    /** Clicks on a row, and tells how many milliseconds it takes until its message is there and drawn. */
    private static final String OPEN = """
            (row) => new Promise((done) => {
              const since = performance.now();
              const there = () => document.getElementById('message').dataset.ref === row.dataset.ref
                  ? requestAnimationFrame(() => setTimeout(() => done(performance.now() - since)))
                  : requestAnimationFrame(there);
              row.querySelector('.row-link').click();
              there();
            })
            """;

    @RegisterExtension
    static final BrowserDovecot dovecot = new BrowserDovecot();

    private static BrowserWindow window;
    private static Page page;

    @BeforeAll
    static void open() throws IOException {
        window = dovecot.signedIn(dovecot.personWithLetters(MESSAGES), BrowserLook.DESKTOP);
        page = window.page();
    }

    @AfterAll
    static void close() {
        if (window != null) {
            window.close();
        }
    }

    @Test
    void scrolls_without_jumping_and_without_holding_still() {
        page.navigate("/mail/INBOX");
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        page.evaluate(WATCH);

        Object scrolled = page.evaluate(SCROLL, SCROLLED);
        List<?> tasks = (List<?>) page.evaluate("window.tasks");
        log.info("scrolled {} of {} rows: long tasks {}, shift {}", scrolled, MESSAGES, tasks, shift());

        assertThat(tasks).allMatch(task -> ((Number) task).doubleValue() <= LONGEST_TASK);
        assertThat(shift()).isEqualTo(0);
        assertThat(page.locator("#list .row").count()).isLessThan(600);
        page.evaluate("document.getElementById('list').scrollTo(0, 0)");
        assertThat(letter(MESSAGES)).isVisible();
        assertThat(shift()).isEqualTo(0);
        assertThat(window.problems()).isEmpty();
    }

    @Test
    void opens_messages_at_once() {
        page.navigate("/mail/INBOX");
        assertThat(letter(MESSAGES)).isVisible();
        page.evaluate(OPEN, letter(MESSAGES).elementHandle());
        double[] times = new double[12];
        for (int i = 0; i < times.length; i++) {
            times[i] = ((Number) page.evaluate(OPEN, letter(MESSAGES - 1 - i).elementHandle())).doubleValue();
        }
        log.info("opened messages in {} ms", times);

        assertThat(java.util.Arrays.stream(times)).allMatch(time -> time <= LONGEST_SWAP);
        assertThat(window.problems()).isEmpty();
    }

    private static Number shift() {
        return (Number) page.evaluate("window.shift");
    }

    private static Locator letter(int number) {
        return page.locator("#list .row")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("Letter " + number + "\\b")));
    }
}
