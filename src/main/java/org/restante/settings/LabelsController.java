package org.restante.settings;

import java.util.Map;
import org.jspecify.annotations.Nullable;
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

/** Shows and keeps which labels a person has, what they are called and how they are coloured. */
@Controller
@RequestMapping("/settings/labels")
class LabelsController {

    private final KeptPreferences kept;

    LabelsController(KeptPreferences kept) {
        this.kept = kept;
    }

    @GetMapping
    ModelAndView labels(@RequestParam(defaultValue = "") String saved, Preferences preferences, Texts texts) {
        return page(preferences, texts, null).addObject("saved", saved.equals("true"));
    }

    /** Adds a label, or changes the one of that keyword. */
    @PostMapping
    ModelAndView save(
            @RequestParam(defaultValue = "") String keyword,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String colour,
            @AuthenticationPrincipal SignedIn person,
            Preferences preferences,
            Texts texts) {
        Labels labels = preferences.labels(texts);
        try {
            Label label = Label.named(name, colour);
            Labels changed = keyword.isEmpty() ? labels.with(label) : labels.changed(keyword, label);
            return changed.all().size() > Labels.MOST ? refused(preferences, texts, name) : keep(changed, person);
        } catch (IllegalArgumentException e) {
            return refused(preferences, texts, keyword.isEmpty() ? name : null);
        }
    }

    /** Forgets a label; messages keep the keyword. */
    @PostMapping("/remove")
    ModelAndView remove(
            @RequestParam(defaultValue = "") String keyword,
            @AuthenticationPrincipal SignedIn person,
            Preferences preferences,
            Texts texts) {
        return keep(preferences.labels(texts).without(keyword), person);
    }

    private ModelAndView keep(Labels labels, SignedIn person) {
        kept.change(person, Map.of(Labels.PREFERENCE, labels.kept()));
        return new ModelAndView("redirect:/settings/labels?saved=true");
    }

    private static ModelAndView refused(Preferences preferences, Texts texts, @Nullable String name) {
        ModelAndView page = page(preferences, texts, name);
        page.addObject("invalid", true);
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page;
    }

    private static ModelAndView page(Preferences preferences, Texts texts, @Nullable String name) {
        return new ModelAndView(
                        "settings/labels", "labels", preferences.labels(texts).all())
                .addObject("colours", Label.COLOURS)
                .addObject("name", name == null ? "" : name);
    }
}
