package org.restante.message;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.restante.account.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps searches, and forgets them. */
@Controller
class SavedSearchController {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_QUERY = 1000;

    private final SavedSearches searches;

    SavedSearchController(SavedSearches searches) {
        this.searches = searches;
    }

    /** A search without a name goes by its query. */
    @PostMapping("/search/saved")
    String save(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String q,
            @AuthenticationPrincipal SignedIn person) {
        String wanted = (name.isBlank() ? q : name).replaceAll("\\p{Cc}", " ").strip();
        if (!q.isBlank() && !q.contains("\0") && q.length() <= LONGEST_QUERY) {
            searches.keep(person, wanted.substring(0, Math.min(LONGEST_NAME, wanted.length())), q);
        }
        return back(q);
    }

    @PostMapping("/search/saved/{id}/delete")
    String forget(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String q,
            @AuthenticationPrincipal SignedIn person) {
        searches.forget(person, id);
        return back(q);
    }

    private static String back(String q) {
        return "redirect:/search?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8);
    }
}
