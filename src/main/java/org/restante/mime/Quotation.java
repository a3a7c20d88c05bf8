package org.restante.mime;

import org.restante.mime.html.QuotedText;

/** The text of a message for an answer or a forward of it. */
public final class Quotation {

    private Quotation() {}

    /** Returns the text of a part as people read it: HTML as text by way of the sanitiser, paragraphs in one line each. */
    public static String text(Part part, String content) {
        return isHtml(part) ? QuotedText.ofHtml(content) : QuotedText.unflowed(content, isFlowed(part), isDelSp(part));
    }

    /** Returns the same, each line marked as quoted once more, without the signature of whoever wrote it. */
    public static String quoted(Part part, String content) {
        boolean flowed = !isHtml(part) && isFlowed(part);
        String plain = isHtml(part) ? QuotedText.ofHtml(content) : content;
        return QuotedText.quote(withoutSignature(plain), flowed, isDelSp(part));
    }

    private static boolean isHtml(Part part) {
        return part.type().equals("text/html");
    }

    private static boolean isFlowed(Part part) {
        return part.parameter("format").equalsIgnoreCase("flowed");
    }

    private static boolean isDelSp(Part part) {
        return part.parameter("delsp").equalsIgnoreCase("yes");
    }

    private static String withoutSignature(String text) {
        String lines = text.replace("\r\n", "\n");
        int signature = lines.indexOf("\n-- \n");
        return (signature < 0 ? lines : lines.substring(0, signature)).strip();
    }
}
