package org.restante.message.undo;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.account.SignedIn;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailStore;
import org.restante.web.Region;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes back what was done last; where that concerns many messages, some of them at a time. */
@Controller
class UndoController {

    private static final int AT_ONCE = 1000;

    private final UndoActs acts;

    UndoController(UndoActs acts) {
        this.acts = acts;
    }

    @PostMapping("/undo/{handle}")
    String undo(@PathVariable String handle, @AuthenticationPrincipal SignedIn person, MailStore mailStore)
            throws IOException {
        Optional<UndoActs.Act> found = acts.take(handle, person);
        if (found.isEmpty()) {
            return "redirect:/mail/INBOX?done=tooLate";
        }
        boolean many = found.get().waiting() > AT_ONCE || found.get().undone() > 0;
        try {
            UndoActs.Act after = perform(handle, person, found.get(), mailStore);
            return after.steps().isEmpty() ? list(after) : "redirect:/undo/{handle}";
        } catch (MailFailure.Network e) {
            if (many) {
                return "redirect:/undo/{handle}?interrupted=true";
            }
            throw e;
        }
    }

    @GetMapping("/undo/{handle}")
    String progress(
            @PathVariable String handle,
            @RequestParam(defaultValue = "false") boolean interrupted,
            @AuthenticationPrincipal SignedIn person,
            @RequestHeader(name = Region.HEADER, required = false) @Nullable String region,
            Model model) {
        return acts.find(handle, person)
                .map(act -> new Progress(
                                "message.bulk.undo",
                                act.undone(),
                                act.undone() + act.waiting(),
                                "/undo/" + handle,
                                false,
                                interrupted)
                        .show(region, model))
                .orElse("redirect:/mail/INBOX?done=tooLate");
    }

    private static String list(UndoActs.Act act) {
        String folder = URLEncoder.encode(act.folder().toAddress(), StandardCharsets.UTF_8);
        return "redirect:/mail/" + folder + "?done=undone&count=" + act.undone();
    }

    /**
     * Takes steps, as many as one request does, and keeps those that are left, also where the mail server failed.
     *
     * @return what is left
     */
    private UndoActs.Act perform(String handle, SignedIn person, UndoActs.Act act, MailStore mailStore)
            throws IOException {
        List<UndoStep> left = new ArrayList<>(act.steps().stream()
                .flatMap(step -> step.parts(AT_ONCE).stream())
                .toList());
        int undone = act.undone();
        int room = AT_ONCE;
        try {
            while (!left.isEmpty()
                    && (room == AT_ONCE || room >= left.get(0).messages().size())) {
                UndoStep step = left.get(0);
                boolean counts = step.relocates() || left.stream().noneMatch(UndoStep::relocates);
                int there = step.perform(mailStore);
                undone += counts ? there : 0;
                room -= counts ? step.messages().size() : 0;
                left.remove(0);
            }
        } finally {
            if (!left.isEmpty()) {
                acts.keep(handle, person, new UndoActs.Act(act.folder(), left, undone));
            }
        }
        return new UndoActs.Act(act.folder(), left, undone);
    }
}
