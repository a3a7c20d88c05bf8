package org.restante.security;

import java.io.IOException;
import java.io.Writer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.restante.web.Languages;
import org.restante.web.Texts;
import org.springframework.web.util.HtmlUtils;

/**
 * What Tomcat itself answers where a request does not reach the application, such as one for {@code /%zz}: a few words, our headers, and
 * neither the server's version nor what was sent.
 */
class BareErrorReport extends ErrorReportValve {

    private static final int FIRST_ERROR = 400;
    private static final int FIRST_FAULT = 500;

    private final SecurityHeaders headers;
    private final Languages languages;

    BareErrorReport(SecurityHeaders headers, Languages languages) {
        this.headers = headers;
        this.languages = languages;
    }

    @Override
    protected void report(Request request, Response response, Throwable throwable) {
        if (response.getStatus() < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        headers.writeHeaders(request, response);
        response.setContentType("text/html");
        response.setCharacterEncoding("utf-8");
        try {
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(page(request, response.getStatus()));
                response.finishResponse();
            }
        } catch (IOException e) {
            container.getLogger().debug("the answer did not reach the browser", e);
        }
    }

    private String page(Request request, int status) {
        Texts texts = languages.texts(languages.locale(request.getHeader("Accept-Language"), null));
        return """
            <!DOCTYPE html>
            <html lang="%s" dir="%s">
            <head><meta charset="utf-8"><title>%s</title></head>
            <body><main><h1>%s</h1><p>%s</p><p>%s</p></main></body>
            </html>
            """.formatted(
                        texts.language().tag(),
                        texts.language().direction(),
                        HtmlUtils.htmlEscape(texts.get("layout.title", texts.get("problem.status.refused.title"))),
                        texts.get("problem.status.refused.title"),
                        texts.get(status < FIRST_FAULT ? "problem.bare.request" : "problem.bare.fault"),
                        texts.get("problem.safe.mail"));
    }
}
