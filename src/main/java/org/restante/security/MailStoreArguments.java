package org.restante.security;

import java.util.List;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailStores;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands controllers that take a {@link MailStore} the one of whoever asks. */
@Component
class MailStoreArguments implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final MailStores mailStores;

    MailStoreArguments(MailStores mailStores) {
        this.mailStores = mailStores;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == MailStore.class;
    }

    @Override
    public MailStore resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binders) {
        return CurrentPerson.find()
                .map(person -> mailStores.of(person.credential()))
                .orElseThrow(() -> new AuthenticationCredentialsNotFoundException("nobody is signed in"));
    }
}
