package org.restante.account;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Map;

/** Somebody's mail on a server: what sessions and everything kept for a person belong to. */
@Entity
class Account {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String server;
    private String login;
    private Instant createdAt;
    private String preferences = "";

    protected Account() {}

    Account(AccountName name, Instant createdAt) {
        server = name.server();
        login = name.login();
        this.createdAt = createdAt;
    }

    long id() {
        return id;
    }

    AccountName name() {
        return new AccountName(server, login);
    }

    Map<String, String> preferences() {
        return PreferenceLines.read(preferences);
    }

    void keep(Map<String, String> changed) {
        Map<String, String> all = preferences();
        all.putAll(changed);
        preferences = PreferenceLines.write(all);
    }
}
