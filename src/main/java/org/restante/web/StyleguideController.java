package org.restante.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Every component in both themes, for those who build pages; not there in production. */
@Controller
@ConditionalOnBooleanProperty("restante.styleguide")
class StyleguideController {

    @GetMapping("/styleguide")
    String styleguide() {
        return "web/styleguide";
    }
}
