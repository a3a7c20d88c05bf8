package org.restante.message;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.OpenMailbox;
import org.restante.mailstore.OpenMode;
import org.restante.mime.DecodedText;
import org.restante.mime.Display;
import org.restante.mime.MessageBody;
import org.restante.mime.Notices;
import org.restante.mime.Part;
import org.restante.mime.TextDecoding;
import org.restante.web.MailProblems;
import org.restante.web.Problem;
import org.restante.web.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The text of a message, as the document of the frame on its page. */
@Controller
class MessageBodyController {

    /** Octets of one part's text that are shown; the whole is in the source. */
    private static final int MOST_TEXT = 1 << 20;

    private final BodyStyles styles;

    MessageBodyController(BodyStyles styles) {
        this.styles = styles;
    }

    @GetMapping("/mail/{folder}/{ref}/body")
    @Nullable
    ModelAndView body(
            MessageRef ref,
            @RequestParam(defaultValue = "") String view,
            MailStore mailStore,
            Texts texts,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String address = request.getContextPath() + "/mail/" + ref.mailbox().toAddress() + "/" + ref.key();
        BodyHeaders.write(request, response, address);
        try {
            String html = mailStore.open(
                    ref.mailbox(),
                    OpenMode.READ,
                    mailbox -> render(mailbox, ref, view.equals("text"), address, new BodyNotices(texts)));
            response.getOutputStream().write(html.getBytes(StandardCharsets.UTF_8));
            return null;
        } catch (MailFailure.Authentication e) {
            throw e;
        } catch (MailFailure e) {
            return problem(MailProblems.of(e), response);
        }
    }

    private String render(OpenMailbox mailbox, MessageRef ref, boolean preferText, String address, Notices notices)
            throws IOException {
        Display display = Display.of(mailbox.structure(ref));
        boolean designed = display.hasHtml() && !(preferText && display.hasAlternatives());
        MessageBody.Options options = new MessageBody.Options(
                preferText, styles.of(designed), part -> address + "/parts/" + part.value(), notices);
        return MessageBody.render(display, part -> text(mailbox, ref, part), options)
                .html();
    }

    private static DecodedText text(OpenMailbox mailbox, MessageRef ref, Part part) throws IOException {
        try (InputStream content = mailbox.content(ref, part.id().orElseThrow())) {
            return TextDecoding.read(part, content, MOST_TEXT);
        }
    }

    /** A page of the usual kind could not be shown in the frame. */
    private static ModelAndView problem(Problem problem, HttpServletResponse response) {
        response.setStatus(problem.status());
        return new ModelAndView("message/body-problem", "problem", problem);
    }
}
