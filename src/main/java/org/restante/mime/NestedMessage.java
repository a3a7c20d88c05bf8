package org.restante.mime;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.restante.mime.Notices.Field;
import org.restante.mime.html.PlainText;

/** A message that is shown within another: its fields, its text, and links to its attachments. */
final class NestedMessage {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx");

    private NestedMessage() {}

    static String toHtml(
            Envelope envelope, CharSequence text, List<Attachment> attachments, MessageBody.Options options) {
        Notices notices = options.notices();
        StringBuilder html = new StringBuilder("<section class=\"restante-message\" aria-label=\"")
                .append(PlainText.escape(notices.nested()))
                .append("\"><header class=\"restante-heading\"><p dir=\"auto\"><strong>")
                .append(PlainText.escape(envelope.subject()))
                .append("</strong></p>");
        line(html, notices.field(Field.FROM), people(envelope.from()));
        line(html, notices.field(Field.TO), people(envelope.to()));
        line(html, notices.field(Field.DATE), envelope.date().map(DATE::format).orElse(""));
        html.append("</header>").append(text);
        attachments(html, attachments, options);
        return html.append("</section>").toString();
    }

    private static void line(StringBuilder html, String name, String value) {
        if (!value.isBlank()) {
            html.append("<p dir=\"auto\">")
                    .append(PlainText.escape(name))
                    .append(": <bdi>")
                    .append(PlainText.escape(value))
                    .append("</bdi></p>");
        }
    }

    private static String people(List<Address> people) {
        return people.stream().map(Address::toString).collect(Collectors.joining(", "));
    }

    /** They lead out of the frame, which may not download. */
    private static void attachments(StringBuilder html, List<Attachment> attachments, MessageBody.Options options) {
        if (attachments.isEmpty()) {
            return;
        }
        html.append("<ul class=\"restante-attachments\">");
        attachments.forEach(attachment -> html.append("<li><a target=\"_blank\" rel=\"noopener noreferrer\" href=\"")
                .append(PlainText.escape(options.partPath().apply(attachment.id())))
                .append("\"><bdi>")
                .append(PlainText.escape(attachment.shownName()))
                .append("</bdi></a></li>"));
        html.append("</ul>");
    }
}
