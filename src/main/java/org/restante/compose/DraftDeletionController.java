package org.restante.compose;

import org.restante.account.SignedIn;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailStore;
import org.restante.submission.DraftPublishing;
import org.restante.submission.Drafts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Throws a draft away. */
@Controller
class DraftDeletionController {

    private static final Logger log = LoggerFactory.getLogger(DraftDeletionController.class);

    private final Composer composer;
    private final Drafts drafts;
    private final DraftPublishing publishing;

    DraftDeletionController(Composer composer, Drafts drafts, DraftPublishing publishing) {
        this.composer = composer;
        this.drafts = drafts;
        this.publishing = publishing;
    }

    @PostMapping("/drafts/{id}/deletion")
    String delete(@PathVariable String id, @AuthenticationPrincipal SignedIn person, MailStore mailStore) {
        if (!composer.isSubmitted(person, id)) {
            drafts.find(person, id).ifPresent(draft -> {
                try {
                    publishing.withdraw(draft, mailStore);
                } catch (MailFailure e) {
                    log.info("The copy of a draft was left: {}", e.getClass().getSimpleName());
                }
                drafts.delete(draft);
            });
        }
        return "redirect:/outbox";
    }
}
