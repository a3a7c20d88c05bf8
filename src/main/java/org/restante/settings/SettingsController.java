package org.restante.settings;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.restante.account.KeptPreferences;
import org.restante.account.SignedIn;
import org.restante.mailstore.Maildrops;
import org.restante.web.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Shows and keeps what a person prefers. */
@Controller
@RequestMapping("/settings")
class SettingsController {

    private final KeptPreferences kept;
    private final Maildrops maildrops;

    SettingsController(KeptPreferences kept, Maildrops maildrops) {
        this.maildrops = maildrops;
        this.kept = kept;
    }

    @GetMapping
    ModelAndView settings(
            @RequestParam(defaultValue = "") String saved,
            @AuthenticationPrincipal SignedIn person,
            Preferences preferences,
            Texts texts) {
        return page(current(preferences), List.of(), person, texts).addObject("saved", saved.equals("true"));
    }

    /** Keeps all that was sent, or nothing where something of it cannot be kept. */
    @PostMapping
    ModelAndView save(
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal SignedIn person,
            Preferences preferences,
            Texts texts) {
        Map<String, String> values = current(preferences);
        values.replaceAll((key, value) -> sent.getOrDefault(key, value));
        List<String> invalid = Arrays.stream(Setting.values())
                .filter(setting -> !setting.choices().contains(values.get(setting.key())))
                .map(Setting::key)
                .toList();
        if (!invalid.isEmpty()) {
            ModelAndView page = page(values, invalid, person, texts);
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page;
        }
        kept.change(person, values);
        return new ModelAndView("redirect:/settings?saved=true");
    }

    private static Map<String, String> current(Preferences preferences) {
        Map<String, String> values = new HashMap<>();
        Arrays.stream(Setting.values()).forEach(setting -> values.put(setting.key(), preferences.value(setting)));
        return values;
    }

    private ModelAndView page(Map<String, String> values, List<String> invalid, SignedIn person, Texts texts) {
        return new ModelAndView("settings/settings", "page", SettingsPage.of(values, invalid, person.zone(), texts))
                .addObject("pop3", maildrops.isRead(person.credential()));
    }
}
