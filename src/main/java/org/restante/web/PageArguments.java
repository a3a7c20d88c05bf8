package org.restante.web;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands controllers the {@link Texts} and {@link Dates} of whoever asks. */
@Component
class PageArguments implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final Languages languages;

    PageArguments(Languages languages) {
        this.languages = languages;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Texts.class || parameter.getParameterType() == Dates.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Texts texts = languages.texts(LocaleContextHolder.getLocale());
        ZoneId zone = LocaleContextHolder.getTimeZone().toZoneId();
        return parameter.getParameterType() == Texts.class
                ? texts
                : new Dates(InstantSource.system().instant(), zone, texts);
    }
}
