package org.restante.account;

import java.time.InstantSource;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Finds accounts; the first sign-in makes one. */
@Component
class Accounts {

    private final AccountRepository repository;
    private final InstantSource clock;

    Accounts(AccountRepository repository, InstantSource clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** Returns the account; not to be called in a transaction, which a second sign-in at the same moment would spoil. */
    Account of(AccountName name) {
        return find(name).orElseGet(() -> make(name));
    }

    private Account make(AccountName name) {
        try {
            return repository.save(new Account(name, clock.instant()));
        } catch (DataIntegrityViolationException e) {
            return find(name).orElseThrow(() -> e);
        }
    }

    private Optional<Account> find(AccountName name) {
        return repository.findByServerAndLogin(name.server(), name.login());
    }
}
