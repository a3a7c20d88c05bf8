package org.restante.settings;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.restante.web.Languages;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleTimeZoneAwareLocaleContext;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.i18n.AbstractLocaleContextResolver;

/** Finds the language and the time zone of whoever sends a request. */
@Component(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
class PersonalLocale extends AbstractLocaleContextResolver {

    /** Spring MVC asks several times a request. */
    private static final String FOUND = PersonalLocale.class.getName();

    private final Languages languages;
    private final CurrentPreferences preferences;

    PersonalLocale(Languages languages, CurrentPreferences preferences) {
        this.languages = languages;
        this.preferences = preferences;
    }

    @Override
    public LocaleContext resolveLocaleContext(HttpServletRequest request) {
        if (request.getAttribute(FOUND) instanceof LocaleContext found) {
            return found;
        }
        LocaleContext found = find(request);
        request.setAttribute(FOUND, found);
        return found;
    }

    private LocaleContext find(HttpServletRequest request) {
        Preferences chosen = preferences.of(request);
        Locale locale = languages.locale(
                request.getHeader(HttpHeaders.ACCEPT_LANGUAGE),
                chosen.language().orElse(null));
        return new SimpleTimeZoneAwareLocaleContext(locale, TimeZone.getTimeZone(chosen.zone()));
    }

    /** What is chosen is kept with the account, not here. */
    @Override
    public void setLocaleContext(
            HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable LocaleContext context) {
        throw new UnsupportedOperationException("chosen in the settings");
    }
}
