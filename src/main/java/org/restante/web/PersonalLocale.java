package org.restante.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.restante.account.RestanteProperties;
import org.restante.account.SignedIn;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleTimeZoneAwareLocaleContext;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.i18n.AbstractLocaleContextResolver;

/** Finds the language and the time zone of whoever sends a request. */
@Component(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
class PersonalLocale extends AbstractLocaleContextResolver {

    private final Languages languages;
    private final RestanteProperties properties;

    PersonalLocale(Languages languages, RestanteProperties properties) {
        this.languages = languages;
        this.properties = properties;
    }

    @Override
    public LocaleContext resolveLocaleContext(HttpServletRequest request) {
        Locale locale = languages.locale(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE), null);
        boolean signedIn = request.getUserPrincipal() instanceof Authentication authentication
                && authentication.getPrincipal() instanceof SignedIn;
        return new SimpleTimeZoneAwareLocaleContext(
                locale,
                TimeZone.getTimeZone(
                        signedIn
                                ? ((SignedIn) ((Authentication) request.getUserPrincipal()).getPrincipal()).zone()
                                : properties.zone()));
    }

    /** What is chosen is kept with the account, not here. */
    @Override
    public void setLocaleContext(
            HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable LocaleContext context) {
        throw new UnsupportedOperationException("chosen in the settings");
    }
}
