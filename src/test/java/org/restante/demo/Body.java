package org.restante.demo;

import jakarta.activation.DataHandler;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds what a letter's message holds: text, the same as HTML with its pictures, an invitation, attachments. */
final class Body {

    private Body() {}

    /** Returns one part, or a multipart of all. */
    static MimeBodyPart of(Letter letter, String text) throws IOException, MessagingException {
        List<MimeBodyPart> parts = new ArrayList<>(List.of(alternatives(letter, text)));
        for (String file : letter.all("Attach").toList()) {
            parts.add(attachment(Attachments.of(file)));
        }
        return together("mixed", parts);
    }

    private static MimeBodyPart alternatives(Letter letter, String text) throws IOException, MessagingException {
        List<MimeBodyPart> parts = new ArrayList<>();
        if (!text.isBlank()) {
            parts.add(plain(letter, text));
        }
        Optional<String> html = letter.field("Html");
        if (html.isPresent()) {
            parts.add(html(letter, html.get()));
        }
        Optional<String> calendar = letter.field("Calendar");
        if (calendar.isPresent()) {
            String source = letter.placing().fill(Resources.text("files/" + calendar.get()));
            parts.add(bytes(source.replace("\n", "\r\n"), "text/calendar; charset=UTF-8; method=REQUEST"));
        }
        return parts.isEmpty() ? plain(letter, "") : together("alternative", parts);
    }

    private static MimeBodyPart plain(Letter letter, String text) throws MessagingException {
        String charset = letter.field("Charset").orElse("UTF-8");
        boolean flowed = letter.field("Format").isEmpty();
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(
                (flowed ? FlowedText.of(text) : text).replace("\n", "\r\n"),
                "text/plain; charset=" + charset + (flowed ? "; format=flowed" : ""));
        return part;
    }

    private static MimeBodyPart html(Letter letter, String file) throws IOException, MessagingException {
        List<MimeBodyPart> parts = new ArrayList<>();
        parts.add(bytes(letter.placing().fill(Resources.text("html/" + file)), "text/html; charset=UTF-8"));
        for (String name : letter.all("Inline").toList()) {
            MimeBodyPart picture = attachment(Attachments.of(name + ".png = " + name));
            picture.setDisposition(Part.INLINE);
            picture.setContentID("<" + name + "@pictures>");
            parts.add(picture);
        }
        return together("related", parts);
    }

    private static MimeBodyPart bytes(String text, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(text.getBytes(StandardCharsets.UTF_8), type)));
        return part;
    }

    private static MimeBodyPart attachment(Attachments.File file) throws IOException, MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.content(), file.type())));
        part.setFileName(file.name());
        if (!file.type().startsWith("message/")) {
            // Nothing on the way may then change the file's line ends.
            part.setHeader("Content-Transfer-Encoding", "base64");
        }
        part.setDisposition(Part.ATTACHMENT);
        return part;
    }

    private static MimeBodyPart together(String subtype, List<MimeBodyPart> parts) throws MessagingException {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        MimeBodyPart whole = new MimeBodyPart();
        whole.setContent(new MimeMultipart(subtype, parts.toArray(BodyPart[]::new)));
        return whole;
    }
}
