package org.restante.compose;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.restante.account.SignedIn;
import org.restante.mime.FileNames;
import org.restante.submission.DraftAttachment;
import org.restante.submission.Drafts;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;

/** A file of a draft: a picture for its text, or to look at what was attached. */
@Controller
class DraftFileController {

    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private final Composer composer;
    private final Drafts drafts;

    DraftFileController(Composer composer, Drafts drafts) {
        this.composer = composer;
        this.drafts = drafts;
    }

    /** Removes a file and changes nothing else. */
    @PostMapping("/drafts/{id}/attachments/{attachment}/deletion")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, @PathVariable String attachment, @AuthenticationPrincipal SignedIn person) {
        if (!composer.isSubmitted(person, id)) {
            drafts.detach(composer.draft(person, id), attachment);
        }
    }

    @GetMapping("/drafts/{id}/attachments/{attachment}")
    void file(
            @PathVariable String id,
            @PathVariable String attachment,
            @AuthenticationPrincipal SignedIn person,
            HttpServletResponse response)
            throws IOException {
        DraftAttachment file = composer.draft(person, id).attachments().stream()
                .filter(each -> each.id().equals(attachment))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        response.setContentType(PICTURES.contains(file.type()) ? file.type() : "application/octet-stream");
        response.setContentLengthLong(file.size());
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'self'");
        response.setHeader("Cache-Control", "private, max-age=31536000, immutable");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(FileNames.safe(file.name(), file.type()), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        try (InputStream content = drafts.read(file)) {
            content.transferTo(response.getOutputStream());
        }
    }
}
