package org.restante.settings;

import org.jspecify.annotations.Nullable;
import org.restante.web.Region;
import org.restante.web.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** Which keys do what: a page, and what a press of {@code ?} shows. */
@Controller
class KeyboardController {

    @GetMapping("/help/keyboard")
    String keyboard(
            Preferences preferences,
            Texts texts,
            @RequestHeader(name = Region.HEADER, required = false) @Nullable String region,
            Model model) {
        model.addAttribute("messages", ShortcutField.of(preferences.keys(), false, texts));
        model.addAttribute("places", ShortcutField.of(preferences.keys(), true, texts));
        model.addAttribute("off", !preferences.usesShortcuts());
        return Region.view("settings/keyboard", region, "keys");
    }
}
