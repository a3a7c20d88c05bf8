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

    /** Returns an answer: room to write, who wrote what, and what they wrote. */
    String answered(String attribution) {
        return "<p></p><p>" + WrittenHtml.ofText(attribution) + "</p><blockquote type=\"cite\" style=\"" + LINE + "\">"
                + html + "</blockquote><p></p>";
    }

    /** Returns a forward: room to write, whose message it is, and the message. */
    String forwarded(String heading) {
        return "<p></p><p>" + WrittenHtml.ofText(heading) + "</p>" + html;
    }
}
