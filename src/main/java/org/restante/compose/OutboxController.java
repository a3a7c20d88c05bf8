package org.restante.compose;

import org.jspecify.annotations.Nullable;
import org.restante.account.SignedIn;
import org.restante.submission.Drafts;
import org.restante.submission.Outbox;
import org.restante.web.Dates;
import org.restante.web.Region;
import org.restante.web.Texts;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** What is being written, waits, is being sent or was. */
@Controller
class OutboxController {

    private final Outbox outbox;
    private final Drafts drafts;

    OutboxController(Outbox outbox, Drafts drafts) {
        this.outbox = outbox;
        this.drafts = drafts;
    }

    @GetMapping("/outbox")
    String outbox(
            @AuthenticationPrincipal SignedIn person,
            @RequestHeader(name = Region.HEADER, required = false) @Nullable String region,
            Texts texts,
            Dates dates,
            Model model) {
        model.addAttribute("page", OutboxPage.of(outbox.of(person), drafts.open(person), texts, dates));
        return Region.view("compose/outbox", region, "outbox");
    }
}
