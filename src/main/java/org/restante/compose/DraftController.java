package org.restante.compose;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.account.SignedIn;
import org.restante.mailstore.MailStore;
import org.restante.settings.Preferences;
import org.restante.submission.Draft;
import org.restante.submission.DraftConflict;
import org.restante.web.Region;
import org.restante.web.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** A draft: its composer, and keeping it. A script that keeps it every now and then asks for the region {@code kept}. */
@Controller
class DraftController {

    private final Composer composer;
    private final DraftCopies copies;

    DraftController(Composer composer, DraftCopies copies) {
        this.composer = composer;
        this.copies = copies;
    }

    @GetMapping("/drafts/{id}")
    ModelAndView draft(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String saved,
            @AuthenticationPrincipal SignedIn person,
            Texts texts) {
        if (composer.isSubmitted(person, id)) {
            return new ModelAndView("redirect:/outbox");
        }
        Draft draft = composer.draft(person, id);
        String notice = saved.equals("true") ? texts.get("compose.saved") : null;
        return composer.page(person, draft, notice, texts);
    }

    @PostMapping("/drafts/{id}")
    ModelAndView save(
            @PathVariable String id,
            ComposeForm form,
            @RequestParam(required = false) @Nullable List<MultipartFile> file,
            @RequestHeader(name = Region.HEADER, required = false) @Nullable String region,
            @AuthenticationPrincipal SignedIn person,
            Preferences preferences,
            MailStore mailStore,
            Texts texts)
            throws IOException {
        if (composer.isSubmitted(person, id)) {
            return new ModelAndView("redirect:/outbox");
        }
        try {
            Composer.Kept kept = composer.keep(person, id, form, file, texts);
            boolean byScript = "kept".equals(region);
            if (kept.draft() != null && kept.errors().isEmpty() && (form.publishes() || !byScript)) {
                copies.renew(kept.draft(), person, preferences, mailStore);
            }
            if (byScript || !kept.errors().isEmpty()) {
                ModelAndView page = composer.page(person, id, form, kept, null, texts);
                page.setViewName(Region.view("compose/compose", region, "kept", "composer"));
                page.setStatus(kept.errors().isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
                return page;
            }
            return new ModelAndView("redirect:/drafts/" + id + "?saved=true");
        } catch (DraftConflict e) {
            return composer.conflict(person, e.theirs(), form, texts);
        }
    }
}
