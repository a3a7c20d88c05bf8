package org.restante.compose;

import org.restante.account.SignedIn;
import org.restante.submission.Correspondents;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows whom the person has written to, and forgets them. */
@Controller
@RequestMapping("/correspondents")
class CorrespondentsController {

    private final Correspondents correspondents;

    CorrespondentsController(Correspondents correspondents) {
        this.correspondents = correspondents;
    }

    @GetMapping
    String all(@AuthenticationPrincipal SignedIn person, Model model) {
        model.addAttribute("people", correspondents.all(person));
        return "compose/correspondents";
    }

    /** Without an address: all of them. */
    @PostMapping("/removal")
    String forget(@RequestParam(defaultValue = "") String address, @AuthenticationPrincipal SignedIn person) {
        if (address.isEmpty()) {
            correspondents.forgetAll(person);
        } else {
            correspondents.forget(person, address);
        }
        return "redirect:/correspondents";
    }
}
