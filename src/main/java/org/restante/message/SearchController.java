package org.restante.message;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.restante.account.SignedIn;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailboxName;
import org.restante.message.search.SearchQuery;
import org.restante.settings.Preferences;
import org.restante.web.Assets;
import org.restante.web.Dates;
import org.restante.web.Region;
import org.restante.web.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Looks for messages: what is typed into one field, or into a form with many. */
@Controller
class SearchController {

    private final Assets assets;
    private final SavedSearches saved;
    private final RecentSearches recent;
    private final FoundBlocks blocks;

    SearchController(Assets assets, SavedSearches saved, RecentSearches recent, FoundBlocks blocks) {
        this.blocks = blocks;
        this.assets = assets;
        this.saved = saved;
        this.recent = recent;
    }

    @GetMapping("/search")
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(name = "from", required = false) @Nullable String from,
            Done done,
            @RequestHeader(name = Region.HEADER, required = false) @Nullable String region,
            MailStore mailStore,
            @AuthenticationPrincipal SignedIn person,
            Preferences preferences,
            Texts texts,
            Dates dates,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException {
        SearchQuery query = SearchQueries.read(q, preferences, texts);
        var pages = new SearchPages(
                mailStore,
                preferences,
                texts,
                dates,
                request.getContextPath(),
                assets.address("shared/icons.svg"),
                saved.of(person));
        SearchPage page = pages.page(query, cursor(from), blocks, person);
        if (page.mistake() != null) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
        model.addAttribute("search", page);
        model.addAttribute("recent", recent.of(person));
        model.addAttribute("done", done.sentence(pages.mailboxes(), texts));
        model.addAttribute("undo", done.undoable());
        return Region.view("message/search", region, "mail", "rows");
    }

    /** What the form with many fields asks for, as it would be typed. */
    @GetMapping(path = "/search", params = "form")
    String form(SearchForm form) {
        return "redirect:/search?q=" + URLEncoder.encode(form.query(), StandardCharsets.UTF_8);
    }

    /** A folder's address with a query. */
    @GetMapping(path = "/mail/{folder}", params = "q")
    String inFolder(@PathVariable MailboxName folder, @RequestParam String q) {
        String scope = q.matches("(?is)(.*\\s)?in:.*") ? "" : " " + SearchForm.term("in", folder.toAddress());
        return "redirect:/search?q=" + URLEncoder.encode(q + scope, StandardCharsets.UTF_8);
    }

    @Nullable
    private static SearchCursor cursor(@Nullable String from) {
        try {
            return from == null ? null : SearchCursor.of(from);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, null, e);
        }
    }
}
