package org.restante.security;

import jakarta.servlet.Filter;
import java.util.List;
import org.restante.account.RestanteProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.header.HeaderWriterFilter;

/** What stands before Spring Security's own filters, outermost first. */
@Configuration(proxyBeanMethods = false)
class FilterConfiguration {

    @Bean
    FilterRegistrationBean<RequestIdFilter> requestIdFilter() {
        return outermost(new RequestIdFilter(), 0);
    }

    @Bean
    FilterRegistrationBean<HeaderWriterFilter> securityHeadersFilter(SecurityHeaders headers) {
        return outermost(new HeadersFilter(headers), 1);
    }

    @Bean
    FilterRegistrationBean<NoHttpSessionFilter> noHttpSessionFilter() {
        return outermost(new NoHttpSessionFilter(), 2);
    }

    @Bean
    FilterRegistrationBean<MethodFilter> methodFilter() {
        return outermost(new MethodFilter(), 3);
    }

    @Bean
    FilterRegistrationBean<DatabaseDownFilter> databaseDownFilter() {
        return outermost(new DatabaseDownFilter(), 4);
    }

    @Bean
    FilterRegistrationBean<RequestLimitFilter> requestLimitFilter(RestanteProperties properties) {
        return outermost(new RequestLimitFilter(properties.limits().request()), 5);
    }

    @Bean
    FilterRegistrationBean<TemporaryFilesFilter> temporaryFilesFilter() {
        return outermost(new TemporaryFilesFilter(), 6);
    }

    /** Tomcat leads to the error page by itself, too, as for TRACE: no request came by here before then. */
    private static final class HeadersFilter extends HeaderWriterFilter {

        HeadersFilter(SecurityHeaders headers) {
            super(List.of(headers));
        }

        @Override
        protected boolean shouldNotFilterErrorDispatch() {
            return false;
        }
    }

    private static <F extends Filter> FilterRegistrationBean<F> outermost(F filter, int place) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
        return registration;
    }
}
