package org.restante.message;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.OpenMode;
import org.restante.mime.FileView;
import org.restante.mime.Part;
import org.restante.mime.PartId;
import org.restante.mime.TextDecoding;
import org.restante.web.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** An attachment to look at: texts and tables as a document of ours, a PDF in the browser's own viewer. Nothing else. */
@Controller
class PartViewController {

    private static final int MOST_TEXT = 1 << 20;
    private static final int SIGNATURE = 1024;

    private final BodyStyles styles;

    PartViewController(BodyStyles styles) {
        this.styles = styles;
    }

    @GetMapping("/mail/{folder}/{ref}/parts/{part}/view")
    void view(
            MessageRef ref,
            @PathVariable PartId part,
            MailStore mailStore,
            Texts texts,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        mailStore.open(ref.mailbox(), OpenMode.READ, mailbox -> {
            Part found = MessageParts.find(mailbox, ref, part);
            try (InputStream content = new BufferedInputStream(MessageParts.decoded(mailbox, ref, found))) {
                if (FileView.isShowable(found)) {
                    BodyHeaders.write(request, response, ref);
                    String html = FileView.render(
                            found,
                            TextDecoding.decode(content, found.parameter("charset"), MOST_TEXT),
                            styles.ofFile(),
                            new BodyNotices(texts));
                    response.getOutputStream().write(html.getBytes(StandardCharsets.UTF_8));
                } else if (isPdf(found, content)) {
                    PartHeaders.pdf(response, found);
                    content.transferTo(response.getOutputStream());
                } else {
                    throw MessageParts.gone(part);
                }
                return null;
            }
        });
    }

    private static boolean isPdf(Part part, InputStream content) throws IOException {
        if (!part.type().equals("application/pdf")) {
            return false;
        }
        content.mark(SIGNATURE);
        String beginning = new String(content.readNBytes(SIGNATURE), StandardCharsets.ISO_8859_1);
        content.reset();
        return beginning.contains("%PDF-");
    }
}
