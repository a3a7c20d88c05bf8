package org.restante.web;

import com.ibm.icu.util.LocaleMatcher;
import com.ibm.icu.util.LocalePriorityList;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The languages there are texts in. A locale is a language with a region: the texts are the language's, dates and numbers the region's, so
 * that an American and a Briton read the same words and different times.
 */
@Component
public class Languages {

    /** Browsers send less; more is somebody's attempt to keep us busy. */
    private static final int LONGEST_HEADER = 500;

    /** Most browsers of one country send the same. */
    private static final int MATCHES_KEPT = 200;

    private static final Set<String> REGIONS = Arrays.stream(ULocale.getAvailableLocales())
            .filter(locale -> !locale.getCountry().isEmpty())
            .map(locale -> locale.getLanguage() + "_" + locale.getCountry())
            .collect(Collectors.toUnmodifiableSet());

    private final LocaleMatcher matcher;
    private final Map<ULocale, Language> bySupported = new HashMap<>();
    private final Map<Language, Map<String, String>> bundles = new EnumMap<>(Language.class);
    private final Map<String, Locale> matched = new ConcurrentHashMap<>();
    private final Map<Locale, Texts> texts = new ConcurrentHashMap<>();

    /** Reads all bundles; {@code product} is what the operator calls this webmail. */
    Languages(@Value("${restante.brand.name:Restante}") String product) throws IOException {
        LocaleMatcher.Builder builder = LocaleMatcher.builder();
        for (Language language : Language.values()) {
            ULocale locale = ULocale.forLanguageTag(language.tag());
            builder.addSupportedULocale(locale);
            bySupported.put(locale, language);
            bundles.put(language, Bundle.read(language, product));
        }
        matcher = builder.setDefaultULocale(ULocale.ENGLISH).build();
    }

    /**
     * Returns the locale to speak in.
     *
     * @param acceptLanguage the browser's field Accept-Language (RFC 9110 section 12.5.4), however malformed; null where it sent none
     * @param chosen the language that the person chose; null: the one that the browser prefers
     */
    public Locale locale(@Nullable String acceptLanguage, @Nullable Language chosen) {
        if (acceptLanguage == null || acceptLanguage.length() > LONGEST_HEADER) {
            return match(null, chosen);
        }
        String key = acceptLanguage + "\n" + chosen;
        Locale known = matched.get(key);
        if (known == null) {
            known = match(acceptLanguage, chosen);
            if (matched.size() >= MATCHES_KEPT) {
                matched.clear();
            }
            matched.put(key, known);
        }
        return known;
    }

    private Locale match(@Nullable String acceptLanguage, @Nullable Language chosen) {
        LocaleMatcher.Result result = matcher.getBestMatchResult(wanted(acceptLanguage));
        ULocale desired = result.getDesiredULocale();
        Language matched = bySupported.get(result.getSupportedULocale());
        if (desired == null || chosen != null && chosen != matched) {
            return (chosen == null ? matched : chosen).locale();
        }
        return withRegion(matched, desired);
    }

    private static LocalePriorityList wanted(@Nullable String acceptLanguage) {
        try {
            return LocalePriorityList.add(acceptLanguage == null ? "" : acceptLanguage)
                    .build();
        } catch (IllegalArgumentException e) {
            return LocalePriorityList.add("").build();
        }
    }

    /** Only regions that are known count, so that nobody can make us keep texts for ever more of them. */
    private static Locale withRegion(Language language, ULocale desired) {
        String code = desired.getLanguage();
        return code.equals(language.locale().getLanguage()) && REGIONS.contains(code + "_" + desired.getCountry())
                ? new Locale(code, desired.getCountry())
                : language.locale();
    }

    /** Returns the texts, numbers and order of a locale. */
    public Texts texts(Locale locale) {
        Texts known = texts.get(locale);
        return known != null ? known : texts.computeIfAbsent(locale(locale.toLanguageTag(), null), this::load);
    }

    private Texts load(Locale locale) {
        Language language = bySupported.get(matcher.getBestMatch(ULocale.forLocale(locale)));
        return new Texts(language, locale, bundles.get(language));
    }
}
