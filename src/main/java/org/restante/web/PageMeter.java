package org.restante.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How long templates take to become pages, as {@code restante.page.rendering}, by template. */
@Component
class PageMeter implements HandlerInterceptor, WebMvcConfigurer {

    private static final String STARTED = PageMeter.class.getName();

    private record Started(String template, long nanos) {}

    private final MeterRegistry meters;

    PageMeter(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns("/assets/**");
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null && page.getViewName() != null && !page.getViewName().startsWith("redirect:")) {
            String template = page.getViewName().replaceFirst(" *::.*", "");
            request.setAttribute(STARTED, new Started(template, System.nanoTime()));
        }
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(STARTED) instanceof Started started) {
            Timer.builder("restante.page.rendering")
                    .tag("template", started.template())
                    .register(meters)
                    .record(System.nanoTime() - started.nanos(), TimeUnit.NANOSECONDS);
        }
    }
}
