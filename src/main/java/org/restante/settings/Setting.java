package org.restante.settings;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.restante.web.Language;

/** A thing that people can choose. The first of its values holds until they do. */
enum Setting {
    LANGUAGE("language", languages()),
    ZONE("zone", Zones.withBrowsers()),
    THEME("theme", List.of("system", "light", "dark")),
    DENSITY("density", List.of("comfortable", "compact")),
    LAYOUT("layout", List.of("panes", "rows")),
    PAGE_SIZE("pageSize", List.of("50", "25", "100")),
    AFTER("after", List.of("list", "next", "previous")),
    VIEW("view", List.of("html", "text")),
    DELETING("deleting", List.of("trash", "mark")),
    DELETED("deleted", List.of("shown", "hidden")),
    UNDO("undo", List.of("usual", "0", "5", "10", "20", "30")),
    CLEANING("cleaning", List.of("never", "7", "30", "90")),
    ARCHIVING("archiving", List.of("one", "year")),
    SHORTCUTS("shortcuts", List.of("on", "off"));

    /** Stands for what the browser says. */
    static final String BROWSER = "browser";

    private final String key;
    private final List<String> choices;

    Setting(String key, List<String> choices) {
        this.key = key;
        this.choices = choices;
    }

    private static List<String> languages() {
        Stream<String> tags = Arrays.stream(Language.values()).map(Language::tag);
        return Stream.concat(Stream.of("browser"), tags).toList();
    }

    /** Returns what it is called in rows, forms and names of texts. */
    String key() {
        return key;
    }

    List<String> choices() {
        return choices;
    }

    String standard() {
        return choices.get(0);
    }
}
