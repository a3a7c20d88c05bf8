package org.restante.account;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.springframework.data.domain.Persistable;

/** Somebody signed in on a device; worth nothing without the key that lies in the browser's cookie. */
@Entity
@Table(name = "account_session")
class Session implements Persistable<String> {

    @Id
    private String id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Account account;

    private byte[] sealedPassword;
    private boolean stay;
    private String zone;
    private String userAgent;
    private Instant createdAt;
    private Instant lastUsedAt;

    protected Session() {}

    Session(String id, Account account, byte[] sealedPassword, Browser browser, Instant now) {
        this.id = id;
        this.account = account;
        this.sealedPassword = sealedPassword;
        stay = browser.stay();
        zone = browser.zone().getId();
        userAgent = browser.userAgent();
        createdAt = now;
        lastUsedAt = now;
    }

    @Override
    public String getId() {
        return id;
    }

    /** A row is saved once, at sign-in; what changes later is changed by queries. */
    @Override
    public boolean isNew() {
        return true;
    }

    String userAgent() {
        return userAgent;
    }

    boolean stay() {
        return stay;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant lastUsedAt() {
        return lastUsedAt;
    }
}
