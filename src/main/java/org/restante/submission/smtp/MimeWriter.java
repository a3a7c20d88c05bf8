package org.restante.submission.smtp;

import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import org.restante.mime.Address;
import org.restante.submission.Composition;
import org.restante.submission.MessageWriter;
import org.restante.submission.Priority;
import org.springframework.stereotype.Component;

/** Writes messages: encoded words (RFC 2047), parameters (RFC 2231) and transfer encodings (RFC 2045) are Jakarta Mail's. */
@Component
class MimeWriter implements MessageWriter {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);
    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9!#$&^_.+-]{1,80}/[A-Za-z0-9!#$&^_.+-]{1,80}");
    private static final Pattern BREAK = Pattern.compile("[\\r\\n\\x00]");
    private static final int LONGEST_LINE = 998;

    static {
        // File names are encoded in this one, whatever the machine's is.
        System.setProperty("mail.mime.charset", "UTF-8");
    }

    @Override
    public void write(Composition message, OutputStream target) throws IOException {
        try {
            mime(message).writeTo(target);
        } catch (MessagingException e) {
            throw new IOException("the message cannot be written", e);
        }
    }

    private static MimeMessage mime(Composition message) throws MessagingException, IOException {
        MimeMessage mime = new MimeMessage(session(message.international())) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", single(message.messageId()));
            }
        };
        mime.setHeader("Date", DATE.format(message.date()));
        mime.setFrom(address(message.from()));
        mime.setReplyTo(message.replyTo().isEmpty() ? null : addresses(message.replyTo()));
        mime.setRecipients(MimeMessage.RecipientType.TO, addresses(message.to()));
        mime.setRecipients(MimeMessage.RecipientType.CC, addresses(message.cc()));
        if (message.to().isEmpty() && message.cc().isEmpty()) {
            mime.setHeader("To", "undisclosed-recipients:;");
        }
        mime.setSubject(single(message.subject()), "UTF-8");
        identifiers(mime, "In-Reply-To", message.inReplyTo());
        identifiers(mime, "References", message.references());
        priority(mime, message.priority());
        body(mime, message);
        mime.saveChanges();
        return mime;
    }

    private static Session session(boolean international) {
        var properties = new Properties();
        properties.setProperty("mail.mime.allowutf8", Boolean.toString(international));
        return Session.getInstance(properties);
    }

    private static InternetAddress[] addresses(List<Address> addresses) throws UnsupportedEncodingException {
        var all = new InternetAddress[addresses.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = address(addresses.get(i));
        }
        return all;
    }

    private static InternetAddress address(Address address) throws UnsupportedEncodingException {
        String name = single(address.name());
        return new InternetAddress(single(address.address()), name.isBlank() ? null : name, "UTF-8");
    }

    private static void identifiers(MimeMessage mime, String name, String value) throws MessagingException {
        if (!value.isBlank()) {
            mime.setHeader(name, MimeUtility.fold(name.length() + 2, single(value)));
        }
    }

    /** Whatever let a line break come this far: it ends here. */
    private static String single(String value) {
        if (BREAK.matcher(value).find()) {
            throw new IllegalArgumentException("a header field must not hold line breaks");
        }
        return value;
    }

    private static void priority(MimeMessage mime, Priority priority) throws MessagingException {
        if (priority != Priority.NORMAL) {
            mime.setHeader("X-Priority", priority == Priority.HIGH ? "1" : "5");
            mime.setHeader("Importance", priority.word());
        }
    }

    private static void body(MimeMessage mime, Composition message) throws MessagingException, IOException {
        if (message.files().isEmpty()) {
            text(mime, message);
            return;
        }
        var all = new MimeMultipart("mixed");
        var text = new MimeBodyPart();
        text(text, message);
        all.addBodyPart(text);
        for (Composition.File file : message.files()) {
            all.addBodyPart(file(file, MimeBodyPart.ATTACHMENT));
        }
        mime.setContent(all);
    }

    private static void text(MimePart part, Composition message) throws MessagingException, IOException {
        if (message.html().isEmpty()) {
            text(part, message.text(), "plain; charset=utf-8; format=flowed");
            return;
        }
        var both = new MimeMultipart("alternative");
        var plain = new MimeBodyPart();
        text(plain, message.text(), "plain; charset=utf-8; format=flowed");
        both.addBodyPart(plain);
        var designed = new MimeBodyPart();
        designed(designed, message);
        both.addBodyPart(designed);
        part.setContent(both);
    }

    private static void designed(MimeBodyPart part, Composition message) throws MessagingException, IOException {
        String document = "<!DOCTYPE html>\r\n<html><head><meta charset=\"utf-8\"></head>\r\n<body>\r\n"
                + message.html().replace("\r\n", "\n").replace("\n", "\r\n") + "\r\n</body></html>\r\n";
        if (message.pictures().isEmpty()) {
            text(part, document, "html; charset=utf-8");
            return;
        }
        var related = new MimeMultipart("related; type=\"text/html\"");
        var html = new MimeBodyPart();
        text(html, document, "html; charset=utf-8");
        related.addBodyPart(html);
        for (Composition.Picture picture : message.pictures()) {
            MimeBodyPart image = file(picture.file(), MimeBodyPart.INLINE);
            image.setContentID("<" + single(picture.contentId()) + ">");
            related.addBodyPart(image);
        }
        part.setContent(related);
    }

    private static void text(MimePart part, String text, String subtype) throws MessagingException {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        String type = "text/" + subtype;
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(octets, type)));
        part.setHeader("Content-Type", type);
        part.setHeader("Content-Transfer-Encoding", encoding(text, octets));
    }

    private static String encoding(String text, byte[] octets) {
        boolean ascii = octets.length == text.length();
        if (ascii && text.lines().allMatch(line -> line.length() <= LONGEST_LINE)) {
            return "7bit";
        }
        int beyond = 0;
        for (byte octet : octets) {
            beyond += octet < 0 ? 1 : 0;
        }
        return beyond * 4 > octets.length ? "base64" : "quoted-printable";
    }

    private static MimeBodyPart file(Composition.File file, String disposition) throws MessagingException, IOException {
        String type =
                TYPE.matcher(file.type()).matches() ? file.type().toLowerCase(Locale.ROOT) : "application/octet-stream";
        boolean message = type.equals("message/rfc822");
        boolean composite = type.startsWith("multipart/") || type.startsWith("message/") && !message;
        String said = composite ? "application/octet-stream" : type;
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new FileSource(file, said)));
        part.setHeader("Content-Type", said);
        // RFC 2046 §5.2.1: a message within a message is not encoded.
        part.setHeader("Content-Transfer-Encoding", message ? "8bit" : "base64");
        part.setDisposition(disposition);
        part.setFileName(file.name().replaceAll("\\p{Cntrl}", " ").strip());
        return part;
    }

    /** Lets Jakarta Mail read a file as often as it likes. */
    private record FileSource(Composition.File file, String type) implements DataSource {

        @Override
        public InputStream getInputStream() throws IOException {
            return file.source().open();
        }

        @Override
        public OutputStream getOutputStream() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getContentType() {
            return type;
        }

        @Override
        public String getName() {
            return file.name();
        }
    }
}
