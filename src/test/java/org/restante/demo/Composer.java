package org.restante.demo;

import jakarta.mail.Header;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;

/** Turns letters into messages. */
final class Composer {

    private final Session session = Session.getInstance(new Properties());
    private final Conversations conversations = new Conversations();
    private final People people = new People();
    private int written;

    Composer() throws IOException {}

    /** Returns the message; of a thread's letters the earlier ones have to be composed before. */
    MimeMessage compose(Letter letter) throws IOException, MessagingException {
        Optional<String> raw = letter.field("Raw");
        return raw.isPresent() ? asItIs(letter, raw.get()) : written(letter);
    }

    /** The file's bytes stay what they are, whatever encoding they are in. */
    private MimeMessage asItIs(Letter letter, String file) throws IOException, MessagingException {
        String source = new String(Resources.bytes("raw/" + file), StandardCharsets.ISO_8859_1);
        String filled = letter.placing().fill(source).replaceAll("\r?\n", "\r\n");
        return new MimeMessage(session, new ByteArrayInputStream(filled.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private MimeMessage written(Letter letter) throws IOException, MessagingException {
        String sender = letter.field("From").orElse(People.ME);
        String said = letter.filledText() + people.signature(sender);
        Optional<String> thread = letter.field("Thread");
        String text = letter.field("Quote").isPresent() ? said + conversations.quote(thread.orElseThrow()) : said;

        MimeMessage message = new Identified(session, id(letter, sender));
        head(message, letter, sender);
        message.setDataHandler(Body.of(letter, text).getDataHandler());
        message.saveChanges();
        if (thread.isPresent()) {
            conversations.add(thread.get(), message, letter.placing().date(), said);
        }
        return message;
    }

    private String id(Letter letter, String sender) throws IOException, MessagingException {
        InternetAddress from = people.addresses(sender)[0];
        String domain = from.getAddress().replaceFirst(".*@", "");
        long when = letter.placing().date().toEpochSecond();
        return "<" + Long.toString(when, 36) + "." + ++written + "@" + domain + ">";
    }

    private void head(MimeMessage message, Letter letter, String sender) throws IOException, MessagingException {
        message.setFrom(people.addresses(sender)[0]);
        message.setRecipients(
                RecipientType.TO, people.addresses(letter.field("To").orElse(People.ME)));
        if (letter.field("Cc").isPresent()) {
            message.setRecipients(
                    RecipientType.CC, people.addresses(letter.field("Cc").get()));
        }
        Optional<String> subject = letter.field("Subject");
        message.setSubject(
                subject.isPresent()
                        ? subject.get()
                        : conversations.subject(letter.field("Thread").orElseThrow()),
                charset(letter));
        message.setSentDate(Date.from(letter.placing().date().toInstant()));
        for (Header field : letter.furtherFields()) {
            message.addHeader(field.getName(), letter.placing().fill(field.getValue()));
        }
    }

    private static String charset(Letter letter) {
        return letter.field("Charset").orElse("UTF-8");
    }

    /** A message that keeps the Message-ID it was given. */
    private static final class Identified extends MimeMessage {

        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
