package org.restante.message;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Makes {@link MessageRefResolver} known to Spring MVC. */
@Configuration(proxyBeanMethods = false)
class MessageWebConfiguration implements WebMvcConfigurer {

    private final Selections selections;

    MessageWebConfiguration(Selections selections) {
        this.selections = selections;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new MessageRefResolver(selections));
    }
}
