package org.restante.account;

import java.security.Principal;
import java.time.ZoneId;
import java.util.Map;
import org.restante.mailstore.Credential;

/**
 * Whoever sent this request: the principal behind sign-in.
 *
 * @param account the account's id, which everything kept for the person belongs to
 * @param credential what opens the person's mail
 * @param zone the time zone to show times in
 * @param preferences what the person chose, by name; empty where nothing was chosen
 * @param address what to call the person: the login name
 */
public record SignedIn(
        String sessionId,
        long account,
        Credential credential,
        ZoneId zone,
        Map<String, String> preferences,
        String address)
        implements Principal {

    /** Returns what to call the person on pages. */
    @Override
    public String getName() {
        return address;
    }

    /** Returns what tells nothing of the person, since frameworks log it. */
    @Override
    public String toString() {
        return "account " + account;
    }
}
