package org.restante.account;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people prefer, by names that mean nothing here. It lies in the account's row, which is read with the session's, so that
 * each request knows it at no further cost and on every replica.
 */
@Component
public class KeptPreferences {

    private final AccountRepository accounts;

    KeptPreferences(AccountRepository accounts) {
        this.accounts = accounts;
    }

    /**
     * Keeps what a person changed; what they did not change stays as it is.
     *
     * @throws IllegalArgumentException where a name or a value has a line break in it
     */
    @Transactional
    public void change(SignedIn person, Map<String, String> changed) {
        accounts.findToChange(person.account()).keep(changed);
    }
}
