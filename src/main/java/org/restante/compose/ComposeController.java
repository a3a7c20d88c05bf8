package org.restante.compose;

import java.util.Map;
import org.restante.account.SignedIn;
import org.restante.submission.Drafts;
import org.restante.submission.Identity;
import org.restante.web.Texts;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An empty composer. The id of the draft is chosen here; there is none before something is sent. */
@Controller
class ComposeController {

    private final Composer composer;

    ComposeController(Composer composer) {
        this.composer = composer;
    }

    @GetMapping("/compose")
    ModelAndView compose(
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String cc,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "") String mailto,
            @AuthenticationPrincipal SignedIn person,
            Texts texts) {
        MailtoLink link = MailtoLink.of(mailto);
        String recipients = first(link.recipients(), to);
        String copies = first(link.field("cc"), cc);
        Identity identity = composer.suited(person, recipients + ", " + copies);
        String begun = (first(link.field("body"), body) + "\n" + url).strip();
        var form = new ComposeForm(
                0L,
                identity.address(),
                null,
                recipients,
                copies,
                link.field("bcc"),
                "",
                first(link.field("subject"), subject),
                begun + identity.signed(),
                begun.isEmpty() ? QuotedHtml.begun(identity.signedHtml()) : null,
                "",
                false);
        String draft = Drafts.ID.matcher(id).matches() ? id : Drafts.newId();
        return composer.page(person, draft, form, new Composer.Kept(null, Map.of()), null, texts);
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }
}
