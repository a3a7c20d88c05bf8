package org.restante.web;

import org.jspecify.annotations.Nullable;
import org.restante.account.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page's layout shows, whatever its feature. */
@ControllerAdvice
class PageModel {

    private final Assets assets;

    PageModel(Assets assets) {
        this.assets = assets;
    }

    @ModelAttribute("assets")
    Assets assets() {
        return assets;
    }

    /** Returns what the person who is signed in is called; null before signing in. */
    @ModelAttribute("person")
    @Nullable
    String person(@AuthenticationPrincipal @Nullable SignedIn signedIn) {
        return signedIn == null ? null : signedIn.address();
    }
}
