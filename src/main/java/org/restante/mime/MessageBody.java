package org.restante.mime;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.restante.mime.html.HtmlSanitizer;
import org.restante.mime.html.PlainText;
import org.restante.mime.html.RemoteImages;
import org.restante.mime.html.SanitizedHtml;
import org.restante.mime.html.SanitizedHtml.Remote;

/**
 * Renders the body of a message as a whole HTML document for a frame of its own, whose style is inline and which runs
 * no script.
 */
public final class MessageBody {

    private static final Set<String> RASTER_IMAGES = Set.of(
            "image/png",
            "image/jpeg",
            "image/jpg",
            "image/pjpeg",
            "image/gif",
            "image/webp",
            "image/bmp",
            "image/x-png");

    private static final int DEEPEST = 3;
    private static final int MOST_NESTED = 20;
    private static final int MOST_REPORTS = 5;
    private static final int MOST_TEXTS = 100;
    private static final int MOST_CHARACTERS = 2 << 20;

    private final Display display;
    private final Content content;
    private final Options options;
    private final int depth;
    private final HtmlSanitizer sanitizer;
    private final StringBuilder out = new StringBuilder();
    private Remote remote = Remote.NONE;
    private boolean truncated;
    private boolean guessed;
    private final Budget budget;

    /** What was shown so far, messages within the message included. */
    private static final class Budget {
        private int texts;
        private int characters;
    }

    /** Gives what is in a part. */
    @FunctionalInterface
    public interface Content {

        /** Returns the text of a part; see {@link TextDecoding#read}. */
        DecodedText textOf(Part part) throws IOException;

        /** Returns the header fields of a nested message. */
        default HeaderFields headerOf(Part message) throws IOException {
            return HeaderFields.parse(new byte[0]);
        }
    }

    /**
     * CSS that the frame starts with, which the message's own may override.
     *
     * @param designed for a message that has colours of its own
     * @param plain for any other
     */
    public record Style(String designed, String plain) {

        String of(CharSequence html) {
            String text = html.toString();
            boolean colored = text.contains("color") || text.contains("background") || text.contains("<style");
            return colored ? designed : plain;
        }
    }

    /**
     * How to render.
     *
     * @param preferText whether plain text is shown where the sender gave both
     * @param partPath the path from the root of this site where a part is served
     * @param remoteImages which pictures of other sites are shown
     * @param notices what the reader is told
     * @param heading safe HTML that stands above the text; empty where nothing does
     */
    public record Options(
            boolean preferText,
            Style style,
            Function<PartId, String> partPath,
            RemoteImages remoteImages,
            Notices notices,
            String heading) {}

    private MessageBody(Display display, Content content, Options options, int depth, Budget budget) {
        this.depth = depth;
        this.budget = budget;
        this.display = display;
        this.content = content;
        this.options = options;
        Map<String, String> images = inlineImages();
        this.sanitizer = new HtmlSanitizer(
                contentId -> Optional.ofNullable(images.get(contentId)),
                options.remoteImages(),
                options.notices().quotation());
    }

    /**
     * Returns the document.
     *
     * @throws IOException where the content of a part cannot be read
     */
    public static RenderedBody render(Display display, Content content, Options options) throws IOException {
        return new MessageBody(display, content, options, 0, new Budget()).render();
    }

    /** Returns whether this is an image of pixels, which runs nothing and loads nothing. */
    public static boolean isRasterImage(Part part) {
        return RASTER_IMAGES.contains(part.type());
    }

    private Map<String, String> inlineImages() {
        Map<String, String> paths = new HashMap<>();
        Stream.of(display.attachments(), display.htmlBody(), display.textBody())
                .flatMap(java.util.Collection::stream)
                .filter(part -> isRasterImage(part)
                        && !part.contentId().isEmpty()
                        && part.id().isPresent())
                .forEach(part -> paths.putIfAbsent(part.contentId(), path(part)));
        return paths;
    }

    private String path(Part part) {
        return options.partPath().apply(part.id().orElseThrow());
    }

    private RenderedBody render() throws IOException {
        reports();
        texts();
        nested();
        String notices = FrameDocument.notices(truncated, options.notices())
                + (display.incomplete() ? FrameDocument.notice(options.notices().incomplete(), options.notices()) : "");
        String html = FrameDocument.around(out, options.style().of(out), options.heading() + notices);
        return new RenderedBody(html, remote, truncated, guessed);
    }

    private void texts() throws IOException {
        boolean first = true;
        for (Part part : display.body(options.preferText())) {
            if (isFull()) {
                truncated = true;
                return;
            }
            int start = out.length();
            out.append(first ? "" : FrameDocument.SEPARATOR);
            int empty = out.length();
            append(part);
            first &= out.length() == empty;
            out.setLength(out.length() == empty ? start : out.length());
        }
    }

    /** What the message is, in words, where its text is for programs or says it badly. */
    private void reports() throws IOException {
        for (Part part :
                display.ofType("message/delivery-status").limit(MOST_REPORTS).toList()) {
            DeliveryReport.parse(read(part))
                    .recipients()
                    .forEach(recipient ->
                            out.append(FrameDocument.notice(options.notices().report(recipient), options.notices())));
        }
        if (display.ofType("application/pgp-encrypted").findAny().isPresent()
                || display.ofType("application/pkcs7-mime")
                        .anyMatch(part -> !part.parameter("smime-type").equals("signed-data"))) {
            out.append(FrameDocument.notice(options.notices().encrypted(), options.notices()));
        }
        display.ofType("message/external-body")
                .limit(MOST_REPORTS)
                .forEach(part -> out.append(
                        FrameDocument.notice(options.notices().external(ExternalBody.where(part)), options.notices())));
    }

    private void nested() throws IOException {
        if (depth == DEEPEST) {
            return;
        }
        for (Part message : display.nested().stream().limit(MOST_NESTED).toList()) {
            if (isFull()) {
                truncated = true;
                return;
            }
            Envelope envelope = EnvelopeParser.of(content.headerOf(message));
            Display inner = Display.of(message.children().get(0));
            MessageBody body = new MessageBody(inner, content, options, depth + 1, budget);
            body.reports();
            body.texts();
            body.nested();
            out.append(NestedMessage.toHtml(envelope, body.out, inner.listed(), options));
            remote = remote.plus(body.remote);
            truncated |= body.truncated;
            guessed |= body.guessed;
        }
    }

    private void append(Part part) throws IOException {
        if (part.type().equals("text/html")) {
            html(read(part));
        } else if (part.isOf("text")) {
            boolean flowed = part.parameter("format").equalsIgnoreCase("flowed");
            boolean delSp = part.parameter("delsp").equalsIgnoreCase("yes");
            out.append(PlainText.toHtml(
                    read(part), flowed, delSp, options.notices().quotation()));
        } else if (isRasterImage(part)) {
            out.append(FrameDocument.picture(path(part), part.fileName()));
        }
    }

    private boolean isFull() {
        return budget.texts >= MOST_TEXTS || budget.characters >= MOST_CHARACTERS;
    }

    private String read(Part part) throws IOException {
        DecodedText decoded = content.textOf(part);
        truncated |= decoded.truncated();
        guessed |= decoded.guessed();
        budget.texts++;
        budget.characters += decoded.text().length();
        return decoded.text();
    }

    private void html(String html) {
        SanitizedHtml safe = sanitizer.sanitize(html);
        remote = remote.plus(safe.remote());
        truncated |= safe.truncated();
        out.append(safe.html());
    }
}
