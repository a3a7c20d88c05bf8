package org.restante.compose;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.account.SignedIn;
import org.restante.submission.Draft;
import org.restante.submission.DraftConflict;
import org.restante.submission.Drafts;
import org.restante.web.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Adds files to a draft and removes them; whatever else was typed is kept as well. */
@Controller
class DraftAttachmentController {

    private final Composer composer;
    private final Drafts drafts;

    DraftAttachmentController(Composer composer, Drafts drafts) {
        this.composer = composer;
        this.drafts = drafts;
    }

    @PostMapping("/drafts/{id}/attachments")
    ModelAndView attach(
            @PathVariable String id,
            ComposeForm form,
            @RequestParam(required = false) @Nullable List<MultipartFile> file,
            @AuthenticationPrincipal SignedIn person,
            Texts texts)
            throws IOException {
        return keep(id, form, file, person, texts, "");
    }

    @PostMapping("/drafts/{id}/attachments/{attachment}/removal")
    ModelAndView remove(
            @PathVariable String id,
            @PathVariable String attachment,
            ComposeForm form,
            @RequestParam(required = false) @Nullable List<MultipartFile> file,
            @AuthenticationPrincipal SignedIn person,
            Texts texts)
            throws IOException {
        return keep(id, form, file, person, texts, attachment);
    }

    private ModelAndView keep(
            String id,
            ComposeForm form,
            @Nullable List<MultipartFile> file,
            SignedIn person,
            Texts texts,
            String removed)
            throws IOException {
        if (composer.isSubmitted(person, id)) {
            return new ModelAndView("redirect:/outbox");
        }
        try {
            Composer.Kept kept = composer.keep(person, id, form, file, texts);
            Draft draft = kept.draft();
            if (draft == null || !kept.errors().isEmpty()) {
                ModelAndView page = composer.page(person, id, form, kept, null, texts);
                page.setStatus(HttpStatus.BAD_REQUEST);
                return page;
            }
            drafts.detach(draft, removed);
            return new ModelAndView("redirect:/drafts/" + id);
        } catch (DraftConflict e) {
            return composer.conflict(person, e.theirs(), form, texts);
        }
    }
}
