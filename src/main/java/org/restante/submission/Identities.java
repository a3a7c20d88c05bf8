package org.restante.submission;

import java.util.List;
import java.util.Optional;
import org.restante.account.SignedIn;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The identities that people write as: for now the address that they sign in with, under the name that they give it. */
@Component
public class Identities {

    private final JdbcClient database;

    Identities(JdbcClient database) {
        this.database = database;
    }

    /** Returns the person's identities, the usual one first; at least one. */
    public List<Identity> of(SignedIn person) {
        String address = address(person);
        return List.of(name(person, address)
                .map(name -> new Identity(address, name, true))
                .orElseGet(() -> new Identity(address, "", false)));
    }

    /** Returns the identity with that address, if it is one of the person's. */
    public Optional<Identity> find(SignedIn person, String address) {
        return of(person).stream()
                .filter(identity -> identity.address().equalsIgnoreCase(address))
                .findFirst();
    }

    private static String address(SignedIn person) {
        String login = person.address();
        return login.contains("@")
                ? login
                : login + "@" + person.credential().server().incoming().host();
    }

    private Optional<String> name(SignedIn person, String address) {
        return database.sql("select name from identity where account_id = :account and address = :address")
                .param("account", person.account())
                .param("address", address)
                .query(String.class)
                .optional();
    }

    /** Keeps the name that an identity goes by. */
    public void rename(SignedIn person, Identity identity, String name) {
        int changed = database.sql(
                        "update identity set name = :name where account_id = :account and address = :address")
                .param("name", name)
                .param("account", person.account())
                .param("address", identity.address())
                .update();
        if (changed == 0) {
            insert(person, identity, name);
        }
    }

    private void insert(SignedIn person, Identity identity, String name) {
        try {
            database.sql("insert into identity (account_id, address, name) values (:account, :address, :name)")
                    .param("account", person.account())
                    .param("address", identity.address())
                    .param("name", name)
                    .update();
        } catch (DuplicateKeyException e) {
            rename(person, identity, name);
        }
    }
}
