package org.restante.mime;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which parts of a message are its body, and which are attachments (RFC 8621 §4.1.4).
 *
 * @param textBody what to show, in order, to those who prefer plain text
 * @param htmlBody what to show, in order, to those who prefer HTML
 * @param attachments all other parts, those that the HTML refers to included
 * @param related those of the attachments that are pictures of the HTML, such as a logo in multipart/related
 * @param signatures what multipart/signed was signed with
 * @param incomplete whether there are so many parts, or so deep ones, that not all of them are here
 */
public record Display(
        List<Part> textBody,
        List<Part> htmlBody,
        List<Part> attachments,
        List<Part> related,
        List<Part> signatures,
        boolean incomplete) {

    private static final Predicate<Part> IS_TEXT = part -> part.isOf("text");

    /** Returns what to show of a message with this structure. */
    public static Display of(Part root) {
        return new StructureWalk().walk(root);
    }

    /**
     * Returns whether a list should mark the message as having attachments; pictures that belong to its HTML do not
     * count.
     */
    public static boolean hasAttachment(Part root) {
        Display display = of(root);
        Set<Part> apart = new HashSet<>(display.related());
        return display.attachments().stream().anyMatch(part -> !apart.contains(part))
                || !display.shownFiles().isEmpty();
    }

    /** Returns the messages in this one that are shown below its text: those that were not sent as files. */
    public List<Part> nested() {
        return attachments.stream()
                .filter(part -> part.isOf("message")
                        && !part.children().isEmpty()
                        && !part.disposition().equals("attachment"))
                .toList();
    }

    /** Returns the same without the messages in this one, for where a mail server does not give out their parts. */
    public Display withoutNested() {
        return new Display(
                textBody,
                htmlBody,
                attachments.stream().map(Part::withoutChildren).toList(),
                related,
                signatures,
                incomplete);
    }

    /** Returns the parts that are of this type, among those that are no text. */
    Stream<Part> ofType(String type) {
        return attachments.stream().filter(part -> part.type().equals(type));
    }

    /** Returns whether the body has HTML. */
    public boolean hasHtml() {
        return htmlBody.stream().anyMatch(part -> part.type().equals("text/html"));
    }

    /** Returns whether the sender gave the same text as HTML and as plain text. */
    public boolean hasAlternatives() {
        return hasHtml()
                && textBody.stream().anyMatch(part -> part.type().equals("text/plain"))
                && !textBody.equals(htmlBody);
    }

    /** Returns the parts to show, in order: text, pictures, sound and film. */
    public List<Part> body(boolean preferText) {
        boolean text = preferText && textBody.stream().anyMatch(IS_TEXT);
        return text || htmlBody.stream().noneMatch(IS_TEXT) && !textBody.isEmpty() ? textBody : htmlBody;
    }

    /**
     * Returns everything that can be downloaded: the attachments, and what is shown in the body though it is a file: pictures, sound,
     * film, and texts that have a name.
     */
    public List<Attachment> listed() {
        Set<Part> pictures = new HashSet<>(related);
        return Stream.concat(
                        shownFiles().stream().map(part -> Attachment.of(part, !part.isOf("text"))),
                        attachments.stream().map(part -> Attachment.of(part, pictures.contains(part))))
                .toList();
    }

    private List<Part> shownFiles() {
        Set<Part> attached = new HashSet<>(attachments);
        return Stream.concat(htmlBody.stream(), textBody.stream())
                .filter(IS_TEXT.negate().or(part -> !part.fileName().isBlank()))
                .filter(part -> !attached.contains(part))
                .distinct()
                .toList();
    }
}
