package org.restante.web;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is said to a person, in their language: texts, numbers, and the order of names. Kept for the next request, so safe to share. */
public final class Texts {

    private final Language language;
    private final Locale locale;
    private final Map<String, String> bundle;
    private final Map<String, TextPattern> patterns = new ConcurrentHashMap<>();
    private final LocalizedNumberFormatter numbers;
    private final Collator collator;
    private final Sizes sizes;
    private final DatePatterns dates;

    Texts(Language language, Locale locale, Map<String, String> bundle) {
        this.language = language;
        this.locale = locale;
        this.bundle = bundle;
        numbers = NumberFormatter.withLocale(locale);
        collator = Collator.getInstance(ULocale.forLocale(locale)).freeze();
        sizes = new Sizes(locale);
        dates = new DatePatterns(locale);
    }

    /**
     * Returns a text.
     *
     * @param key its name in the bundles, such as {@code message.list.markRead}
     * @param values what is filled in, by its number; numbers are written as the language writes them
     * @throws IllegalArgumentException where no text has this name
     */
    public String get(String key, Object... values) {
        TextPattern known = patterns.get(key);
        return (known != null ? known : patterns.computeIfAbsent(key, this::pattern)).fill(values);
    }

    private TextPattern pattern(String key) {
        String text = bundle.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no text " + key + " in " + language);
        }
        return TextPattern.of(text, locale, numbers);
    }

    boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** Returns a number as people write it here. */
    public String number(long number) {
        return numbers.format(number).toString();
    }

    /** Returns octets in words, in powers of ten with two figures at least: {@code 0 B}, {@code 4.2 kB}, {@code 13 MB}. */
    public String size(long octets) {
        return octets < 1000 ? get("size.bytes", octets) : sizes.of(octets);
    }

    /** Returns the order in which people here look for names. */
    public Comparator<String> order() {
        return collator::compare;
    }

    /** Returns the language of the texts. */
    public Language language() {
        return language;
    }

    /** Returns the language and region of numbers and dates. */
    public Locale locale() {
        return locale;
    }

    DatePatterns dates() {
        return dates;
    }
}
