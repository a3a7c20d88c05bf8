package org.restante.message;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.account.SignedIn;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.OpenMode;
import org.restante.web.MailProblems;
import org.restante.web.Problem;
import org.restante.web.Texts;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The text of a message, as the document of the frame on its page. */
@Controller
class MessageBodyController {

    private final BodyRenderer renderer;
    private final BodyCache cache;

    MessageBodyController(BodyRenderer renderer, BodyCache cache) {
        this.renderer = renderer;
        this.cache = cache;
    }

    @GetMapping("/mail/{folder}/{ref}/body")
    @Nullable
    ModelAndView body(
            MessageRef ref,
            @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "") String images,
            @AuthenticationPrincipal SignedIn person,
            MailStore mailStore,
            Texts texts,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        BodyHeaders.write(request, response, ref);
        BodyView wanted = BodyView.of(view.equals("text"), images);
        Optional<String> known = cache.take(BodyCache.Key.of(person, ref, wanted, texts));
        try {
            String html = known.isPresent()
                    ? known.get()
                    : mailStore.open(
                            ref.mailbox(),
                            OpenMode.READ,
                            mailbox -> renderer.render(
                                            mailbox,
                                            MessageParts.opened(mailbox, mailbox.message(ref)),
                                            wanted,
                                            person,
                                            texts,
                                            request.getContextPath())
                                    .html());
            response.getOutputStream().write(html.getBytes(StandardCharsets.UTF_8));
            return null;
        } catch (MailFailure.Authentication e) {
            throw e;
        } catch (MailFailure e) {
            return problem(MailProblems.of(e), response);
        }
    }

    /** A page of the usual kind could not be shown in the frame. */
    private static ModelAndView problem(Problem problem, HttpServletResponse response) {
        response.setStatus(problem.status());
        return new ModelAndView("message/body-problem", "problem", problem);
    }
}
