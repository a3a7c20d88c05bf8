package org.restante.security;

import org.apache.catalina.Context;
import org.apache.catalina.core.StandardHost;
import org.restante.web.Languages;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts our words and headers in the place of Tomcat's own error pages. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class TomcatErrorReports implements WebServerFactoryCustomizer<TomcatWebServerFactory> {

    private final SecurityHeaders headers;
    private final Languages languages;

    TomcatErrorReports(SecurityHeaders headers, Languages languages) {
        this.headers = headers;
        this.languages = languages;
    }

    @Override
    public void customize(TomcatWebServerFactory factory) {
        factory.addContextCustomizers(this::replace);
    }

    private void replace(Context context) {
        StandardHost host = (StandardHost) context.getParent();
        host.getPipeline().addValve(new BareErrorReport(headers, languages));
        // So named, the host takes this valve for its own and adds no other.
        host.setErrorReportValveClass(BareErrorReport.class.getName());
    }
}
