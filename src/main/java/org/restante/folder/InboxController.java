package org.restante.folder;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The start page leads to the inbox. */
@Controller
class InboxController {

    @GetMapping("/")
    String inbox() {
        return "redirect:/mail/INBOX";
    }
}
