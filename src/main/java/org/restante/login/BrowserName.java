package org.restante.login;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.restante.web.Texts;

/** Names a browser for people by what it calls itself; a hint, since browsers claim to be each other. */
final class BrowserName {

    /** Those that claim to be others come first. */
    private static final Map<String, String> BROWSERS = inOrder(
            "Edg",
            "Edge",
            "OPR/",
            "Opera",
            "SamsungBrowser/",
            "Samsung Internet",
            "Firefox/",
            "Firefox",
            "FxiOS/",
            "Firefox",
            "CriOS/",
            "Chrome",
            "Chrome/",
            "Chrome",
            "Safari/",
            "Safari");

    private static final Map<String, String> SYSTEMS = inOrder(
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "Android",
            "Android",
            "Windows",
            "Windows",
            "Mac OS X",
            "macOS",
            "CrOS",
            "ChromeOS",
            "Linux",
            "Linux");

    private BrowserName() {}

    static String of(String userAgent, Texts texts) {
        Optional<String> browser = first(BROWSERS, userAgent);
        Optional<String> system = first(SYSTEMS, userAgent);
        if (browser.isPresent()) {
            return system.map(name -> texts.get("login.devices.name", browser.get(), name))
                    .orElseGet(() -> texts.get("login.devices.someSystem", browser.get()));
        }
        return system.map(name -> texts.get("login.devices.someBrowser", name))
                .orElseGet(() -> texts.get("login.devices.some"));
    }

    private static Optional<String> first(Map<String, String> names, String userAgent) {
        return names.entrySet().stream()
                .filter(name -> userAgent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<String, String> inOrder(String... marksAndNames) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < marksAndNames.length; i += 2) {
            names.put(marksAndNames[i], marksAndNames[i + 1]);
        }
        return names;
    }
}
