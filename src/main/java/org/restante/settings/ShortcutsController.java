package org.restante.settings;

import java.util.Map;
import org.restante.account.KeptPreferences;
import org.restante.account.SignedIn;
import org.restante.web.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Shows and keeps which key does what. */
@Controller
@RequestMapping("/settings/shortcuts")
class ShortcutsController {

    private final KeptPreferences kept;

    ShortcutsController(KeptPreferences kept) {
        this.kept = kept;
    }

    @GetMapping
    ModelAndView shortcuts(@RequestParam(defaultValue = "") String saved, Preferences preferences, Texts texts) {
        return page(preferences.keys(), texts).addObject("saved", saved.equals("true"));
    }

    /** Keeps all that was sent, or nothing where something of it cannot be kept. */
    @PostMapping
    ModelAndView save(
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal SignedIn person,
            Preferences preferences,
            Texts texts) {
        Keys keys = preferences.keys().changed(sent);
        if (!keys.areSound()) {
            ModelAndView page = page(keys, texts).addObject("invalid", true);
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page;
        }
        return keep(keys, person);
    }

    /** Takes back whatever the person changed. */
    @PostMapping("/reset")
    ModelAndView reset(@AuthenticationPrincipal SignedIn person) {
        return keep(Keys.standard(), person);
    }

    private ModelAndView keep(Keys keys, SignedIn person) {
        kept.change(person, Map.of(Keys.PREFERENCE, keys.kept()));
        return new ModelAndView("redirect:/settings/shortcuts?saved=true");
    }

    private static ModelAndView page(Keys keys, Texts texts) {
        return new ModelAndView("settings/shortcuts")
                .addObject("messages", ShortcutField.of(keys, false, texts))
                .addObject("places", ShortcutField.of(keys, true, texts));
    }
}
