package org.restante.web;

import com.ibm.icu.util.ULocale;
import java.util.Locale;

/** A language that people can read Restante in; there is a bundle of texts for each. */
public enum Language {
    ENGLISH("en", "English", "en-GB"),
    GERMAN("de", "Deutsch", "de-DE"),
    FRENCH("fr", "Français", "fr-FR"),
    SPANISH("es", "Español", "es-ES"),
    ITALIAN("it", "Italiano", "it-IT"),
    DUTCH("nl", "Nederlands", "nl-NL"),
    POLISH("pl", "Polski", "pl-PL"),
    PORTUGUESE("pt-BR", "Português (Brasil)", "pt-BR"),
    SWEDISH("sv", "Svenska", "sv-SE"),
    CZECH("cs", "Čeština", "cs-CZ"),
    UKRAINIAN("uk", "Українська", "uk-UA"),
    RUSSIAN("ru", "Русский", "ru-RU"),
    TURKISH("tr", "Türkçe", "tr-TR"),
    ARABIC("ar", "العربية", "ar"),
    HEBREW("he", "עברית", "he-IL"),
    JAPANESE("ja", "日本語", "ja-JP"),
    KOREAN("ko", "한국어", "ko-KR"),
    SIMPLIFIED_CHINESE("zh-CN", "简体中文", "zh-CN"),
    TRADITIONAL_CHINESE("zh-TW", "繁體中文", "zh-TW"),
    HINDI("hi", "हिन्दी", "hi-IN");

    private final String tag;
    private final String ownName;
    private final Locale locale;
    private final String direction;

    Language(String tag, String ownName, String locale) {
        this.tag = tag;
        this.ownName = ownName;
        this.locale = Locale.forLanguageTag(locale);
        direction = ULocale.forLocale(this.locale).isRightToLeft() ? "rtl" : "ltr";
    }

    /** Returns its name for browsers (RFC 5646), such as {@code pt-BR}. */
    public String tag() {
        return tag;
    }

    /** Returns what those who speak it call it. */
    public String ownName() {
        return ownName;
    }

    /** Returns where its lines begin: {@code ltr} or {@code rtl}. */
    public String direction() {
        return direction;
    }

    /** Returns whose dates and numbers are used where no region is asked for. */
    Locale locale() {
        return locale;
    }

    /** Returns the file of its texts, on the class path. */
    String bundle() {
        return this == ENGLISH
                ? "messages/messages.properties"
                : "messages/messages_" + tag.replace('-', '_') + ".properties";
    }
}
