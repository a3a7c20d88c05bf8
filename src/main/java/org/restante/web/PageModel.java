package org.restante.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.restante.account.SignedIn;
import org.restante.mime.Address;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page's layout shows, whatever its feature. */
@ControllerAdvice
class PageModel {

    private final Assets assets;
    private final Brand brand;

    PageModel(Assets assets, Brand brand) {
        this.assets = assets;
        this.brand = brand;
    }

    @ModelAttribute("brand")
    Brand brand() {
        return brand;
    }

    @ModelAttribute("assets")
    Assets assets() {
        return assets;
    }

    /** Returns the disc of the person who is signed in; null before signing in. */
    @ModelAttribute("personAvatar")
    @Nullable
    Avatar personAvatar(@AuthenticationPrincipal @Nullable SignedIn signedIn) {
        return signedIn == null ? null : Avatar.of(new Address("", signedIn.address()));
    }

    /** Returns the page's address without its first slash, so that a link to it can say that it is this one. */
    @ModelAttribute("place")
    String place(HttpServletRequest request) {
        return request.getServletPath().replaceFirst("^/", "");
    }

    /** Returns the id of the message that was just sent, to which a toast belongs; null where the page does not follow a sending. */
    @ModelAttribute("sent")
    @Nullable
    String sent(HttpServletRequest request) {
        String id = request.getParameter("sent");
        return id != null && id.matches("[0-9a-f]{32}") ? id : null;
    }

    /** Returns what the person who is signed in is called; null before signing in. */
    @ModelAttribute("person")
    @Nullable
    String person(@AuthenticationPrincipal @Nullable SignedIn signedIn) {
        return signedIn == null ? null : signedIn.address();
    }
}
