package org.restante.web;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
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

    /** Returns who is signed in, as shown to them; null before signing in. */
    @ModelAttribute("person")
    @Nullable
    String person(@Nullable Principal principal) {
        return principal == null ? null : principal.getName();
    }
}
