package org.restante.message;

import java.util.List;
import org.restante.mime.html.PlainText;

/** What stands above the text of a message on paper. */
record BodyHeading(String subject, List<Line> lines) {

    /** A field's name and what it says. */
    record Line(String name, String text) {}

    String toHtml() {
        StringBuilder html = new StringBuilder("<header class=\"restante-heading\"><h1 dir=\"auto\">")
                .append(PlainText.escape(subject))
                .append("</h1>");
        lines.forEach(line -> html.append("<p dir=\"auto\">")
                .append(PlainText.escape(line.name()))
                .append(": <bdi>")
                .append(PlainText.escape(line.text()))
                .append("</bdi></p>"));
        return html.append("</header>").toString();
    }
}
