package org.restante.mime.html;

import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * Makes the HTML of a message safe to show.
 *
 * <p>The message is parsed as a browser would; from its tree a new text is written that holds allowed elements,
 * attributes and CSS values only.
 * That text is parsed and written again until it no longer changes, so what a browser reads is what was checked, and
 * sanitising the answer gives
 * the same answer. Never throws; time and memory are in proportion to the input.
 */
public final class HtmlSanitizer {

    private static final int LONGEST = TreeWriter.MOST_CHARACTERS + 1_000_000;
    private static final int MOST_ROUNDS = 6;
    private static final int DEEPEST = 400;

    /**
     * Puts the parser into the mode of the frame's own document, whose tables and paragraphs nest differently without
     * it.
     */
    private static final String DOCTYPE = "<!DOCTYPE html>";

    private final InlineImages images;
    private final RemoteImages remoteImages;
    private final String quotationLabel;
    private final boolean forSending;

    /** Creates a sanitiser that shows the given pictures, and no others. */
    public HtmlSanitizer(InlineImages images) {
        this(images, RemoteImages.NONE, "");
    }

    /**
     * Creates a sanitiser that shows pictures that came with the message, and some of other sites.
     *
     * @param quotationLabel what stands in the place of quoted history that is folded; empty: it is not
     */
    public HtmlSanitizer(InlineImages images, RemoteImages remoteImages, String quotationLabel) {
        this(images, remoteImages, quotationLabel, false);
    }

    private HtmlSanitizer(InlineImages images, RemoteImages remoteImages, String quotationLabel, boolean forSending) {
        this.images = images;
        this.remoteImages = remoteImages;
        this.quotationLabel = quotationLabel;
        this.forSending = forSending;
    }

    /** Returns a sanitiser for what a person of ours sends: pictures stay where they lie, and nothing is added for its reader. */
    public static HtmlSanitizer forSending(InlineImages images) {
        return new HtmlSanitizer(images, RemoteImages.NONE, "", true);
    }

    /** Returns the safe form of a message's HTML, be it a document or a fragment. */
    public SanitizedHtml sanitize(String html) {
        boolean tooLong = html.length() > LONGEST;
        SanitizedHtml first = round(tooLong ? html.substring(0, LONGEST) : html);
        String before = first.html();
        for (int i = 0; i < MOST_ROUNDS; i++) {
            String after = round(before).html();
            if (after.equals(before)) {
                return new SanitizedHtml(after, first.remote(), first.truncated() || tooLong);
            }
            before = after;
        }
        return new SanitizedHtml(textOnly(before), first.remote(), true);
    }

    private SanitizedHtml round(String html) {
        return new TreeWriter(images, remoteImages, quotationLabel, forSending).write(parse(html));
    }

    private static Document parse(String html) {
        return Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(DOCTYPE + html, "");
    }

    private static String textOnly(String html) {
        return Escaping.of(parse(html).wholeText().strip());
    }
}
