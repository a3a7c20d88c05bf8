package org.restante.submission;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.restante.testing.SmtpScript;

/** A message that a server took, read back. */
record SmtpMessage(
        String raw, String subject, String from, String to, String date, String text, String fileName, byte[] file) {

    static SmtpMessage of(SmtpScript.Taken taken) throws IOException {
        try {
            var mime = new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(
                            taken.message().replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1)));
            var parts = (MimeMultipart) mime.getContent();
            return new SmtpMessage(
                    taken.message(),
                    mime.getSubject(),
                    ((InternetAddress) mime.getFrom()[0]).toUnicodeString(),
                    ((InternetAddress) mime.getAllRecipients()[0]).toUnicodeString(),
                    mime.getHeader("Date")[0],
                    ((String) parts.getBodyPart(0).getContent()).replace("\r\n", "\n"),
                    MimeUtility.decodeText(parts.getBodyPart(1).getFileName()),
                    parts.getBodyPart(1).getInputStream().readAllBytes());
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }
}
