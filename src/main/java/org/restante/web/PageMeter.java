package org.restante.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

    private record Started(String view, long nanos) {}

    private final MeterRegistry meters;

    /** By the name of the view, which may name a fragment as well; there are as many as controllers return. */
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();

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
            request.setAttribute(STARTED, new Started(page.getViewName(), System.nanoTime()));
        }
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(STARTED) instanceof Started started) {
            timers.computeIfAbsent(started.view(), this::timer)
                    .record(System.nanoTime() - started.nanos(), TimeUnit.NANOSECONDS);
        }
    }

    private Timer timer(String view) {
        return meters.timer("restante.page.rendering", "template", view.replaceFirst(" *::.*", ""));
    }
}
