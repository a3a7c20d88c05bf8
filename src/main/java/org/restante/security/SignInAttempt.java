package org.restante.security;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;

/** A sign-in that is being tried, or that failed; one row for each bucket it counts in. Those that succeed are removed. */
@Entity
class SignInAttempt {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String bucket;
    private boolean failed;
    private Instant triedAt;

    protected SignInAttempt() {}

    SignInAttempt(String bucket, Instant triedAt) {
        this.bucket = bucket;
        this.triedAt = triedAt;
    }

    Long id() {
        return id;
    }

    boolean failed() {
        return failed;
    }

    Instant triedAt() {
        return triedAt;
    }
}
