package org.restante.compose;

import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.restante.account.SignedIn;
import org.restante.mailstore.MailStore;
import org.restante.settings.Preferences;
import org.restante.submission.Correspondents;
import org.restante.submission.Draft;
import org.restante.submission.DraftConflict;
import org.restante.submission.Sending;
import org.restante.web.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Sends a draft, once, however often that is asked for. */
@Controller
class DraftSubmissionController {

    private final Composer composer;
    private final Sending sending;
    private final DraftCopies copies;
    private final Correspondents correspondents;
    private final InstantSource clock;

    DraftSubmissionController(
            Composer composer,
            Sending sending,
            DraftCopies copies,
            Correspondents correspondents,
            InstantSource clock) {
        this.composer = composer;
        this.sending = sending;
        this.copies = copies;
        this.correspondents = correspondents;
        this.clock = clock;
    }

    @PostMapping("/drafts/{id}/submission")
    ModelAndView submit(
            @PathVariable String id,
            ComposeForm form,
            SendForm how,
            @RequestParam(required = false) @Nullable List<MultipartFile> file,
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
            Map<String, String> errors = new LinkedHashMap<>(kept.errors());
            errors.putAll(FieldErrors.of(form.fields(null), texts));
            if (!how.isSound(clock.instant(), preferences.zone())) {
                errors.put("at", texts.get("compose.error.at"));
            }
            Draft draft = kept.draft();
            if (draft == null || !errors.isEmpty() || !composer.canSend(person)) {
                ModelAndView page = composer.page(
                        person, id, form, new Composer.Kept(draft, errors), texts.get("compose.error.check"), texts);
                page.setStatus(HttpStatus.BAD_REQUEST);
                return page;
            }
            copies.renew(draft, person, preferences, mailStore);
            sending.submit(
                    person,
                    draft,
                    composer.identity(person, draft.fields().sender()),
                    preferences.zone(),
                    how.options(preferences.zone(), preferences.undo()));
            correspondents.remember(person, draft.fields());
            return new ModelAndView("redirect:" + how.next(id));
        } catch (DraftConflict e) {
            return composer.isSubmitted(person, id)
                    ? new ModelAndView("redirect:/outbox")
                    : composer.conflict(person, e.theirs(), form, texts);
        }
    }
}
