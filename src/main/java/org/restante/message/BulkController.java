package org.restante.message;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.account.SignedIn;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailStore;
import org.restante.message.undo.Progress;
import org.restante.web.Region;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Goes on with what is being done to many messages: each request does a part of it, and the page sends the next. */
@Controller
class BulkController {

    private final BulkActs bulk;
    private final MessageActs acts;

    BulkController(BulkActs bulk, MessageActs acts) {
        this.bulk = bulk;
        this.acts = acts;
    }

    @GetMapping("/bulk/{handle}")
    String progress(
            @PathVariable String handle,
            @RequestParam(defaultValue = "false") boolean interrupted,
            @AuthenticationPrincipal SignedIn person,
            @RequestHeader(name = Region.HEADER, required = false) @Nullable String region,
            Model model) {
        Optional<BulkAct> found = bulk.find(handle, person);
        if (found.isEmpty()) {
            return "redirect:/mail/INBOX";
        }
        BulkAct act = found.get();
        int over = act.asked() - act.waiting().size();
        return new Progress("message.bulk.title", over, act.asked(), "/bulk/" + handle, true, interrupted)
                .show(region, model);
    }

    @PostMapping("/bulk/{handle}")
    String goOn(@PathVariable String handle, @AuthenticationPrincipal SignedIn person, MailStore mailStore)
            throws IOException {
        Optional<BulkAct> found = bulk.find(handle, person).filter(act -> bulk.claim(handle, person));
        if (found.isEmpty()) {
            return "redirect:/bulk/{handle}";
        }
        try {
            // As it is now that nobody else is at it.
            BulkAct act = bulk.find(handle, person).orElseThrow();
            BulkAct after = act.isOver() ? act : acts.goOn(handle, act, mailStore);
            return after.isOver() ? list(acts.end(handle, after, person), after) : "redirect:/bulk/{handle}";
        } catch (MailFailure.Network | MailFailure.Refused e) {
            bulk.release(handle);
            return "redirect:/bulk/{handle}?interrupted=true";
        } catch (MailFailure e) {
            bulk.release(handle);
            throw e;
        }
    }

    @PostMapping("/bulk/{handle}/stop")
    String stop(@PathVariable String handle, @AuthenticationPrincipal SignedIn person) {
        return bulk.find(handle, person)
                .map(act -> list(acts.end(handle, act, person), act))
                .orElse("redirect:/mail/INBOX");
    }

    private static String list(Outcome outcome, BulkAct act) {
        return "redirect:" + ReturnTo.addressOf(act.folder()) + "?" + outcome.query();
    }
}
