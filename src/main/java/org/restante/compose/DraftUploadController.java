package org.restante.compose;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.restante.account.SignedIn;
import org.restante.submission.Draft;
import org.restante.submission.Drafts;
import org.restante.web.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Takes a file for a draft as it comes, straight into the database. The answer is its row in the list. */
@Controller
class DraftUploadController {

    private final Composer composer;
    private final Drafts drafts;

    DraftUploadController(Composer composer, Drafts drafts) {
        this.composer = composer;
        this.drafts = drafts;
    }

    /**
     * @param key chosen by the script, so that a file that is sent again is there once
     * @param inText whether it is a picture in the text
     */
    @PostMapping("/drafts/{id}/uploads")
    ModelAndView upload(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam String key,
            @RequestParam(defaultValue = "false") boolean inText,
            @AuthenticationPrincipal SignedIn person,
            HttpServletRequest request,
            Texts texts)
            throws IOException {
        if (composer.isSubmitted(person, id)) {
            throw new ResponseStatusException(HttpStatus.GONE);
        }
        Draft draft = composer.draft(person, id);
        long left = composer.most(person) - draft.attachedSize();
        if (request.getContentLengthLong() > left) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
        }
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        String file;
        try (InputStream content = new Limited(request.getInputStream(), left)) {
            file = drafts.attach(draft, "upload " + key, Composer.leaf(name), type, inText, content);
        } catch (Limited.TooMuch e) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE, null, e);
        }
        ComposePage.FileRow row = composer.draft(person, id).attachments().stream()
                .filter(each -> each.id().equals(file))
                .findFirst()
                .map(each -> ComposePage.FileRow.of(each, texts))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ModelAndView("compose/file :: file").addObject("file", row).addObject("draft", id);
    }
}
