package org.restante.login;

import java.util.List;
import org.restante.login.SignInRefused.Field;

/**
 * What the sign-in page shows; never a password.
 *
 * @param servers to choose from; empty where there is no choice
 * @param notice what is said above the form; null: nothing
 * @param usable whether there is a form at all
 * @param field which field {@code fieldError} is about
 */
record SignInPage(
        String username,
        String server,
        boolean stay,
        String next,
        List<String> servers,
        boolean usable,
        String notice,
        Field field,
        String fieldError) {

    /** Returns what is wrong with the name; null: nothing. */
    public String usernameError() {
        return field == Field.USERNAME ? fieldError : null;
    }

    /** Returns what is wrong with the password; null: nothing. */
    public String passwordError() {
        return field == Field.PASSWORD ? fieldError : null;
    }
}
