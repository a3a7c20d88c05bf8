package org.restante.settings;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.restante.web.Language;
import org.restante.web.Languages;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Leaves the {@link Look} with each request, since the pages of exception handlers get no model attributes. */
@Component
class LookInterceptor implements HandlerInterceptor, WebMvcConfigurer {

    private static final String ATTRIBUTE = "look";

    private final Languages languages;
    private final CurrentPreferences preferences;

    LookInterceptor(Languages languages, CurrentPreferences preferences) {
        this.languages = languages;
        this.preferences = preferences;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns("/assets/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Language language =
                languages.texts(RequestContextUtils.getLocale(request)).language();
        request.setAttribute(ATTRIBUTE, Look.of(language, preferences.of(request)));
        return true;
    }
}
