package org.restante.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Request;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what no page of ours may cause: script errors, violations of the CSP, dialogs, requests to other origins. */
final class BrowserProblems {

    private static final Set<String> LOCAL = Set.of("data", "blob", "about", "chrome-error");

    private final String origin;
    private final List<String> seen = new CopyOnWriteArrayList<>();

    private BrowserProblems(String origin) {
        this.origin = origin;
    }

    /** Watches all pages of the context, frames and pop-ups included. */
    static BrowserProblems watch(BrowserContext context, String origin) {
        BrowserProblems problems = new BrowserProblems(origin);
        context.onConsoleMessage(problems::said);
        context.onWebError(error -> problems.seen.add("script: " + error.error()));
        context.onDialog(problems::asked);
        context.onRequest(problems::requested);
        return problems;
    }

    private void said(ConsoleMessage message) {
        boolean violation = message.text().contains("Content Security Policy");
        if (violation || message.type().equals("error")) {
            seen.add((violation ? "CSP: " : "console: ") + message.text() + " at " + message.location());
        }
    }

    private void asked(Dialog dialog) {
        seen.add("dialog: " + dialog.message());
        dialog.dismiss();
    }

    private void requested(Request request) {
        // Not by java.net.URI: browsers also ask for what is no URI.
        String url = request.url();
        String scheme = url.substring(0, Math.max(0, url.indexOf(':')));
        if (!LOCAL.contains(scheme) && !(url + "/").startsWith(origin + "/")) {
            seen.add("request: " + url);
        }
    }

    List<String> seen() {
        return List.copyOf(seen);
    }
}
