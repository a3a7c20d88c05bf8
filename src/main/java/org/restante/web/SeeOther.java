package org.restante.web;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Where a controller answers {@code redirect:}, browsers are sent on by 303 See Other (RFC 9110 §15.4.4): after a POST they are to get. */
@Configuration(proxyBeanMethods = false)
class SeeOther {

    @Autowired
    void insteadOfFound(ThymeleafViewResolver views) {
        views.setRedirectHttp10Compatible(false);
    }
}
