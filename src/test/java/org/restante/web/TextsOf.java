package org.restante.web;

import java.io.IOException;
import java.util.Locale;

/** The texts of a locale, for tests without an application. */
public final class TextsOf {

    private static final Languages LANGUAGES = languages();

    private TextsOf() {}

    /**
     * Returns them.
     *
     * @param tag such as {@code en-GB}
     */
    public static Texts locale(String tag) {
        return LANGUAGES.texts(Locale.forLanguageTag(tag));
    }

    private static Languages languages() {
        try {
            return new Languages("Restante");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
