package org.restante.compose;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.OpenMailbox;
import org.restante.mime.Attachment;
import org.restante.mime.Display;
import org.restante.mime.FileNames;
import org.restante.mime.HeaderFields;
import org.restante.mime.Part;
import org.restante.mime.PartId;
import org.restante.mime.Quotation;
import org.restante.mime.TextDecoding;
import org.restante.mime.TransferEncoding;
import org.restante.mime.WrittenHtml;
import org.restante.web.Texts;

/**
 * A message that another one answers or forwards; its files are read while its mailbox is open.
 *
 * @param references the Message-IDs of its conversation, separated by spaces
 * @param text as people read it
 * @param quoted the same, each line marked as quoted
 * @param html as it came, for who reads HTML; empty where there is none
 */
record Original(
        OpenMailbox mailbox, MessageSummary message, String references, String text, String quoted, String html) {

    private static final int MOST_TEXT = 256 << 10;
    private static final int MOST_HEADER = 128 << 10;
    private static final int MOST_REFERENCES = 20;
    private static final Pattern IDENTIFIER = Pattern.compile("<[!-;=?-~]{1,250}>");

    /** A file of it. */
    record File(String key, String name, String type, long size, Content content) {}

    /** Where a file is read from. */
    interface Content {
        InputStream open() throws IOException;
    }

    static Original read(OpenMailbox mailbox, MessageRef ref) throws IOException {
        MessageSummary message = mailbox.message(ref);
        String references = identifiers(header(mailbox, ref).text("References"));
        var text = new StringBuilder();
        var quoted = new StringBuilder();
        Display display = Display.of(message.structure());
        List<Part> plain =
                display.textBody().stream().filter(part -> part.isOf("text")).toList();
        for (Part part : plain.isEmpty() ? display.htmlBody() : plain) {
            if (part.isOf("text") && part.id().isPresent()) {
                append(mailbox, ref, part, text, quoted);
            }
        }
        return new Original(
                mailbox,
                message,
                references,
                text.toString().strip(),
                quoted.toString().strip(),
                display.hasHtml() ? html(mailbox, ref, display) : "");
    }

    private static String html(OpenMailbox mailbox, MessageRef ref, Display display) throws IOException {
        var html = new StringBuilder();
        for (Part part : display.htmlBody()) {
            if (part.isOf("text") && part.id().isPresent()) {
                try (InputStream content = mailbox.content(ref, part.id().orElseThrow())) {
                    String read = TextDecoding.read(part, content, MOST_TEXT).text();
                    html.append(part.type().equals("text/html") ? read : WrittenHtml.ofText(read));
                }
            }
        }
        return html.toString();
    }

    /** Returns the key of the picture with a Content-ID, see {@link #files}. */
    Optional<String> picture(String contentId) {
        return message.structure()
                .flattened()
                .filter(part -> part.isOf("image") && part.contentId().equals(contentId))
                .findFirst()
                .flatMap(Part::id)
                .map(PartId::value);
    }

    private static void append(OpenMailbox mailbox, MessageRef ref, Part part, StringBuilder text, StringBuilder quoted)
            throws IOException {
        try (InputStream content = mailbox.content(ref, part.id().orElseThrow())) {
            String read = TextDecoding.read(part, content, MOST_TEXT).text();
            text.append(Quotation.text(part, read)).append("\n");
            quoted.append(Quotation.quoted(part, read)).append("\n");
        }
    }

    private static HeaderFields header(OpenMailbox mailbox, MessageRef ref) throws IOException {
        var section = new ByteArrayOutputStream();
        try (InputStream source = mailbox.source(ref)) {
            section.write(source.readNBytes(MOST_HEADER));
        }
        String all = section.toString(java.nio.charset.StandardCharsets.ISO_8859_1);
        int end = all.indexOf("\r\n\r\n");
        return HeaderFields.parse(
                (end < 0 ? all : all.substring(0, end + 2)).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    /** Returns what looks like Message-IDs, the last ones of very many. */
    static String identifiers(String field) {
        List<String> all =
                IDENTIFIER.matcher(field).results().map(MatchResult::group).toList();
        return all.stream().skip(Math.max(0, all.size() - MOST_REFERENCES)).collect(Collectors.joining(" "));
    }

    /** Returns its files, the pictures in its text included. */
    List<File> files() {
        return Display.of(message.structure()).listed().stream()
                .flatMap(attachment -> file(attachment).stream())
                .toList();
    }

    private Optional<File> file(Attachment attachment) {
        return message.structure()
                .find(attachment.id())
                .map(part -> new File(
                        attachment.id().value(),
                        FileNames.safe(part.fileName(), part.type()),
                        part.type(),
                        attachment.size(),
                        () -> TransferEncoding.decode(
                                part.encoding(), mailbox.content(message.ref(), attachment.id()))));
    }

    /** Returns the whole message as one file. */
    List<File> whole(Texts texts) {
        return List.of(whole(mailbox, message, texts));
    }

    /** Returns a message as one file. */
    static File whole(OpenMailbox mailbox, MessageSummary message, Texts texts) {
        String subject = message.envelope().subject();
        String name = FileNames.safe(
                (subject.isBlank() ? texts.get("message.noSubject") : subject) + ".eml", "message/rfc822");
        return new File("whole", name, "message/rfc822", message.size(), () -> mailbox.source(message.ref()));
    }
}
