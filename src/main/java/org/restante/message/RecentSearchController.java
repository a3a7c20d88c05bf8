package org.restante.message;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.restante.account.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Remembers what people look for, which is why the field sends a POST: no GET changes anything. */
@Controller
class RecentSearchController {

    private static final int LONGEST = 1000;

    private final RecentSearches searches;

    RecentSearchController(RecentSearches searches) {
        this.searches = searches;
    }

    @PostMapping("/search")
    String search(@RequestParam(defaultValue = "") String q, @AuthenticationPrincipal SignedIn person) {
        String query = q.strip();
        if (!query.isEmpty() && query.length() <= LONGEST && query.indexOf('\0') < 0) {
            searches.keep(person, query);
        }
        return "redirect:/search?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8);
    }

    @PostMapping("/search/recent/delete")
    String forget(@AuthenticationPrincipal SignedIn person) {
        searches.forget(person);
        return "redirect:/search";
    }
}
