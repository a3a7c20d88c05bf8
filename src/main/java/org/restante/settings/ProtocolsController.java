package org.restante.settings;

import org.restante.account.SignedIn;
import org.restante.mailstore.Maildrops;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How POP3 and IMAP differ, in plain words. */
@Controller
class ProtocolsController {

    private final Maildrops maildrops;

    ProtocolsController(Maildrops maildrops) {
        this.maildrops = maildrops;
    }

    @GetMapping("/help/protocols")
    String protocols(@AuthenticationPrincipal SignedIn person, Model model) {
        model.addAttribute("pop3", maildrops.isRead(person.credential()));
        return "settings/protocols";
    }
}
