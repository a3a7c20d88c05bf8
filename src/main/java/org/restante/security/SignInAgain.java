package org.restante.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;

/**
 * Left with a request that was sent on to the sign-in page instead of where it was going.
 *
 * @param status with which the page is to be shown
 * @param why the name of the text that says why it is shown
 */
public record SignInAgain(HttpStatus status, String why) {

    static final String ATTRIBUTE = SignInAgain.class.getName();

    /** Returns why the request was sent on; null where the person asked for the sign-in page. */
    public static SignInAgain of(HttpServletRequest request) {
        return (SignInAgain) request.getAttribute(ATTRIBUTE);
    }
}
