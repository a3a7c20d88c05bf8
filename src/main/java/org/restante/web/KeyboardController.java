package org.restante.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** Which keys do what: a page, and what a press of {@code ?} shows. */
@Controller
class KeyboardController {

    @GetMapping("/help/keyboard")
    String keyboard(@RequestHeader(name = Region.HEADER, required = false) @Nullable String region) {
        return Region.view("web/keyboard", region, "keys");
    }
}
