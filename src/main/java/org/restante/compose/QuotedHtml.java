package org.restante.compose;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.restante.mime.WrittenHtml;
import org.restante.submission.DraftAttachment;
import org.restante.submission.Drafts;

/** The HTML of a message for an answer or a forward, and the keys of the pictures in it, which go along. */
record QuotedHtml(String html, Set<String> pictures) {

    private static final String LINE = "margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex";

    static QuotedHtml of(Original original, String draft) {
        Set<String> pictures = new LinkedHashSet<>();
        String html = WrittenHtml.sanitized(original.html(), contentId -> {
            Optional<String> key = original.picture(contentId);
            key.ifPresent(pictures::add);
            return key.map(each -> DraftAttachment.contentId(Drafts.attachmentId(draft, each)));
        });
        return new QuotedHtml(html, pictures);
    }

    /** Returns room to write above a signature; empty where there is no signature. */
    static String begun(String signature) {
        return signature.isEmpty() ? "" : "<p></p>" + signature;
    }

    /** Returns an answer: room to write, a signature, who wrote what, and what they wrote; empty where the original has no HTML. */
    String answered(String signature, String attribution) {
        return html.isEmpty()
                ? ""
                : "<p></p>" + signature + "<p>" + WrittenHtml.ofText(attribution)
                        + "</p><blockquote type=\"cite\" style=\"" + LINE + "\">" + html + "</blockquote><p></p>";
    }

    /** Returns a forward: room to write, a signature, whose message it is, and the message; empty where that has no HTML. */
    String forwarded(String signature, String heading) {
        return html.isEmpty() ? "" : "<p></p>" + signature + "<p>" + WrittenHtml.ofText(heading) + "</p>" + html;
    }
}
