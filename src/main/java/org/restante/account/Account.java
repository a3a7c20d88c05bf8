package org.restante.account;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;

/** Somebody's mail on a server: what sessions and everything kept for a person belong to. */
@Entity
class Account {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String server;
    private String login;
    private Instant createdAt;

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
}
