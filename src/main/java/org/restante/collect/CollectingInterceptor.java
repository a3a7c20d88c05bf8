package org.restante.collect;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.restante.account.SignedIn;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Says with each request whether the person collects mail: then their pages have it collected while they are open. */
@Component
class CollectingInterceptor implements HandlerInterceptor, WebMvcConfigurer {

    /** A preference, since these are known with the session; the rows are not asked. */
    static final String PREFERENCE = "collecting";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns("/assets/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        boolean collects = authentication != null
                && authentication.getPrincipal() instanceof SignedIn person
                && "on".equals(person.preferences().get(PREFERENCE));
        request.setAttribute("collects", collects);
        return true;
    }
}
