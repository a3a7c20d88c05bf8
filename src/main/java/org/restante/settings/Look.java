package org.restante.settings;

import org.restante.web.Language;

/**
 * What the root element of every page says; templates have it as {@code look}, and it is public, or their expressions could
 * not be compiled.
 *
 * @param lang the language of its texts (RFC 5646)
 * @param dir where its lines begin: {@code ltr} or {@code rtl}
 * @param theme {@code system}, {@code light} or {@code dark}
 * @param density {@code comfortable} or {@code compact}
 * @param layout {@code panes}: the message beside the list; {@code rows}: below it
 * @param after what scripts show after an act that ends the reading of a message: {@code list}, {@code next} or {@code previous}
 * @param shortcuts which keys do what, as {@link Keys#lines} has it; empty where they are off
 * @param help the keystroke that shows them; empty: there is none
 */
public record Look(
        String lang,
        String dir,
        String theme,
        String density,
        String layout,
        String after,
        String shortcuts,
        String help) {

    static Look of(Language language, Preferences preferences) {
        return new Look(
                language.tag(),
                language.direction(),
                preferences.value(Setting.THEME),
                preferences.value(Setting.DENSITY),
                preferences.value(Setting.LAYOUT),
                preferences.value(Setting.AFTER),
                preferences.usesShortcuts() ? preferences.keys().lines() : "",
                preferences.usesShortcuts() ? preferences.keys().of(Shortcut.HELP).written() : "");
    }
}
