package org.restante.web;

import org.restante.mailstore.MailboxName;
import org.restante.mime.PartId;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets controllers take folders and parts from an address. */
@Configuration(proxyBeanMethods = false)
class AddressConverters implements WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, MailboxName.class, MailboxName::fromAddress);
        registry.addConverter(String.class, PartId.class, PartId::new);
    }
}
