package org.restante.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;

/** Somebody who has no mouse: the Tab key leads to whatever they use, and they always see where they are. */
public final class Keyboard {

    private static final int MOST_STOPS = 300;

    /** Whether the outline or the shadow of what has the focus, or of the row or label around it, is to be seen. */
    private static final String SEEN = """
            () => {
              const shown = (element) => {
                const style = element && getComputedStyle(element);
                return !!style && (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0
                    || style.boxShadow !== 'none' && !matchMedia('(forced-colors: active)').matches);
              };
              const element = document.activeElement;
              return shown(element) || shown(element.closest('.row, .row-tick, label'));
            }""";

    private final Page page;

    public Keyboard(Page page) {
        this.page = page;
    }

    /** Presses a key, such as {@code Shift+I}. */
    public Keyboard press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
        return this;
    }

    /** Writes into the field that has the focus. */
    public Keyboard type(String text) {
        page.keyboard().type(text);
        return this;
    }

    /** Goes on by Tab until it has the focus; each stop on the way has to be visible. */
    public Keyboard tabTo(Locator target) {
        return go("Tab", target);
    }

    /** Goes back by Shift and Tab until it has the focus; each stop on the way has to be visible. */
    public Keyboard backTo(Locator target) {
        return go("Shift+Tab", target);
    }

    private Keyboard go(String key, Locator target) {
        target.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            page.keyboard().press(key);
            assertThat(page.evaluate("document.activeElement === document.body || (" + SEEN + ")()"))
                    .as(() -> "the focus is seen on " + page.evaluate("document.activeElement.outerHTML.slice(0, 200)"))
                    .isEqualTo(true);
            if (Boolean.TRUE.equals(target.evaluate("element => element === document.activeElement"))) {
                return this;
            }
        }
        throw new AssertionError(key + " does not lead to " + target);
    }

    /** Goes to it by Tab and uses it by a key. */
    public Keyboard use(Locator target, String key) {
        return tabTo(target).press(key);
    }
}
