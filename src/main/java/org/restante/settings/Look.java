package org.restante.settings;

import org.restante.web.Language;

/**
 * What the root element of every page says; templates have it as {@code look}.
 *
 * @param lang the language of its texts (RFC 5646)
 * @param dir where its lines begin: {@code ltr} or {@code rtl}
 * @param theme {@code system}, {@code light} or {@code dark}
 * @param density {@code comfortable} or {@code compact}
 * @param layout {@code panes}: the message beside the list; {@code rows}: below it
 * @param shortcuts {@code on} or {@code off}
 */
record Look(String lang, String dir, String theme, String density, String layout, String shortcuts) {

    static Look of(Language language, Preferences preferences) {
        return new Look(
                language.tag(),
                language.direction(),
                preferences.value(Setting.THEME),
                preferences.value(Setting.DENSITY),
                preferences.value(Setting.LAYOUT),
                preferences.value(Setting.SHORTCUTS));
    }
}
