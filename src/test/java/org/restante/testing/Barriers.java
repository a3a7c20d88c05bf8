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
     * what one points at has to be, and WCAG 2.1 that a name begins with what is to be seen.
     */
    private static final String RUN = """
            axe
                .run({ exclude: ['iframe[sandbox]'] }, {
                  resultTypes: ['violations'],
                  rules: { 'target-size': { enabled: true }, 'label-content-name-mismatch': { enabled: true } },
                })
                .then(({ violations }) => violations.map(
                    ({ id, help, nodes }) => `${id}: ${help} [${nodes.map((node) => node.html).join(', ')}]`))""";

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
