package org.restante.message;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.account.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Lets pages with the folder tree show the saved searches; only they ask the database for them. */
@ControllerAdvice
class SavedSearchModel {

    private final SavedSearches searches;

    SavedSearchModel(SavedSearches searches) {
        this.searches = searches;
    }

    @ModelAttribute("savedSearches")
    KeptSearches savedSearches(@AuthenticationPrincipal @Nullable SignedIn person) {
        return person == null ? List::of : () -> searches.of(person);
    }
}
