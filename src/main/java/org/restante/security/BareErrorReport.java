package org.restante.security;

import java.io.IOException;
import java.io.Writer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/**
 * What Tomcat itself answers where a request does not reach the application, such as one for {@code /%zz}: a few words, our headers, and
 * neither the server's version nor what was sent.
 */
class BareErrorReport extends ErrorReportValve {

    private static final int FIRST_ERROR = 400;
    private static final int FIRST_FAULT = 500;

    private final SecurityHeaders headers;

    BareErrorReport(SecurityHeaders headers) {
        this.headers = headers;
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
                writer.write(page(response.getStatus()));
                response.finishResponse();
            }
        } catch (IOException e) {
            container.getLogger().debug("the answer did not reach the browser", e);
        }
    }

    private static String page(int status) {
        String words = status < FIRST_FAULT
                ? "This request makes no sense: its address or something else in it is not as it should be."
                : "Something went wrong here. Please try again in a moment.";
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Restante</title></head>
            <body><main><h1>This did not work</h1><p>%s</p><p>Your mail is safe on the mail server.</p></main></body>
            </html>
            """.formatted(words);
    }
}
