package org.restante.mime;

import org.restante.mime.html.PlainText;

/** Renders an attached text or table as an HTML document for a frame of its own. */
public final class FileView {

    private FileView() {}

    /** Returns whether the part can be rendered: any text but HTML. */
    public static boolean isShowable(Part part) {
        return part.isOf("text") && !part.type().equals("text/html");
    }

    /**
     * Returns the document.
     *
     * @param style CSS that the frame starts with
     */
    public static String render(Part part, DecodedText text, String style, Notices notices) {
        boolean tabs = part.type().equals("text/tab-separated-values");
        boolean table = tabs || part.type().equals("text/csv");
        DelimitedTable rows = table ? DelimitedTable.read(text.text(), tabs) : DelimitedTable.EMPTY;
        String content = table ? rows.toHtml() : PlainText.toHtml(text.text(), false, false);
        return FrameDocument.around(
                content, style, FrameDocument.notices(text.truncated() || rows.truncated(), notices));
    }
}
