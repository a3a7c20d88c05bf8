package org.restante.message.undo;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.restante.account.SignedIn;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailStore;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Takes back what was done last. */
@Controller
class UndoController {

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
        UndoActs.Act act = found.get();
        int undone = perform(handle, person, act, mailStore);
        String folder = URLEncoder.encode(act.folder().toAddress(), StandardCharsets.UTF_8);
        return "redirect:/mail/" + folder + "?done=undone&count=" + undone;
    }

    /** Takes the steps; those that were not taken since the mail server failed can be tried again. */
    private int perform(String handle, SignedIn person, UndoActs.Act act, MailStore mailStore) throws IOException {
        List<UndoStep> left = new ArrayList<>(act.steps());
        int undone = 0;
        while (!left.isEmpty()) {
            try {
                undone = Math.max(undone, left.get(0).perform(mailStore));
            } catch (MailFailure e) {
                acts.keep(handle, person, new UndoActs.Act(act.folder(), left));
                throw e;
            }
            left.remove(0);
        }
        return undone;
    }
}
