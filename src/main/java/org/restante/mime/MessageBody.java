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
import org.restante.mime.html.SanitizedHtml;

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

    private final Display display;
    private final Content content;
    private final Options options;
    private final HtmlSanitizer sanitizer;
    private final StringBuilder out = new StringBuilder();
    private int remoteBlocked;
    private boolean truncated;
    private boolean guessed;

    /** Gives the text of a part; see {@link TextDecoding#read}. */
    @FunctionalInterface
    public interface Content {
        DecodedText textOf(Part part) throws IOException;
    }

    /**
     * How to render.
     *
     * @param preferText whether plain text is shown where the sender gave both
     * @param style CSS that the frame starts with; the message's own may override it
     * @param partPath the path from the root of this site where a part is served
     * @param notices what the reader is told
     */
    public record Options(boolean preferText, String style, Function<PartId, String> partPath, Notices notices) {}

    private MessageBody(Display display, Content content, Options options) {
        this.display = display;
        this.content = content;
        this.options = options;
        Map<String, String> images = inlineImages();
        this.sanitizer = new HtmlSanitizer(contentId -> Optional.ofNullable(images.get(contentId)));
    }

    /**
     * Returns the document.
     *
     * @throws IOException where the content of a part cannot be read
     */
    public static RenderedBody render(Display display, Content content, Options options) throws IOException {
        return new MessageBody(display, content, options).render();
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
        boolean first = true;
        for (Part part : display.body(options.preferText())) {
            int start = out.length();
            out.append(first ? "" : FrameDocument.SEPARATOR);
            int empty = out.length();
            append(part);
            first &= out.length() == empty;
            out.setLength(out.length() == empty ? start : out.length());
        }
        String html = FrameDocument.around(
                out, options.style(), FrameDocument.notices(remoteBlocked, truncated, options.notices()));
        return new RenderedBody(html, remoteBlocked, truncated, guessed);
    }

    private void append(Part part) throws IOException {
        if (part.type().equals("text/html")) {
            html(read(part));
        } else if (part.isOf("text")) {
            boolean flowed = part.parameter("format").equalsIgnoreCase("flowed");
            out.append(
                    PlainText.toHtml(read(part), flowed, part.parameter("delsp").equalsIgnoreCase("yes")));
        } else if (isRasterImage(part)) {
            out.append(FrameDocument.picture(path(part), part.fileName()));
        }
    }

    private String read(Part part) throws IOException {
        DecodedText decoded = content.textOf(part);
        truncated |= decoded.truncated();
        guessed |= decoded.guessed();
        return decoded.text();
    }

    private void html(String html) {
        SanitizedHtml safe = sanitizer.sanitize(html);
        remoteBlocked += safe.remoteBlocked();
        truncated |= safe.truncated();
        out.append(safe.html());
    }
}
