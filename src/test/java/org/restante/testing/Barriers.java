package org.restante.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Finds by axe-core what hinders people with disabilities; a page gets the script once. */
final class Barriers {

    private static final String AXE = script();

    /**
     * Sandboxed frames are left out: no script runs in them, axe-core's neither. Two rules are off unless asked for: WCAG 2.2 says how large
     * what one points at has to be, and WCAG 2.1 that a name begins with what is to be seen. What sticks to the window's edge lies over what
     * can be scrolled from under it: in the meantime it does not stick.
     */
    private static final String RUN = """
            async () => {
              const sticking = [...document.querySelectorAll('*')].filter((each) => getComputedStyle(each).position === 'sticky');
              sticking.forEach((each) => each.style.position = 'static');
              const { violations } = await axe.run({ exclude: ['iframe[sandbox]'] }, {
                resultTypes: ['violations'],
                rules: { 'target-size': { enabled: true }, 'label-content-name-mismatch': { enabled: true } },
              });
              sticking.forEach((each) => each.style.position = '');
              return violations.map(
                  ({ id, help, nodes }) => `${id}: ${help} [${nodes.map((node) => node.html).join(', ')}]`);
            }""";

    private Barriers() {}

    private static String script() {
        try (var in = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns them. */
    @SuppressWarnings("unchecked")
    static List<String> in(Page page) {
        if (Boolean.TRUE.equals(page.evaluate("!window.axe"))) {
            page.evaluate(AXE);
        }
        return (List<String>) page.evaluate(RUN);
    }
}
