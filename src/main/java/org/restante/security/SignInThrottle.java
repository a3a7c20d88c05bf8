package org.restante.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.restante.account.AccountName;
import org.restante.account.PurposeKeys;
import org.restante.account.ServerSecret;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Slows down the guessing of passwords, over all replicas, by address and by account. A browser that has signed in to the account before is counted
 * by itself, so that strangers cannot lock its owner out.
 *
 * <p>An attempt is written down before it is made, and counted after that: of any number made at the same moment no more get through than
 * allowed. The rows hold no addresses or names, only keyed hashes of them.
 */
@Component
public class SignInThrottle {

    private final SignInAttemptRepository repository;
    private final KnownBrowsers browsers;
    private final PurposeKeys keys;
    private final InstantSource clock;

    SignInThrottle(
            SignInAttemptRepository repository, KnownBrowsers browsers, ServerSecret secret, InstantSource clock) {
        this.repository = repository;
        this.browsers = browsers;
        keys = secret.keys("sign-in throttle");
        this.clock = clock;
    }

    /** Thrown where too many sign-ins failed. */
    public static final class Full extends RuntimeException {

        private final Duration remaining;

        Full(Duration remaining) {
            super("too many failed sign-ins");
            this.remaining = remaining;
        }

        /** Returns how long to wait before trying again, at least a second. */
        public Duration remaining() {
            return remaining;
        }
    }

    /** A sign-in that may be tried; counts as under way until it is told how it went. */
    public final class Attempt {

        private final List<Long> ids;

        private Attempt(List<Long> ids) {
            this.ids = ids;
        }

        /** Says that the password was wrong. */
        public void failed() {
            repository.markFailed(ids);
        }

        /** Says that the password was right, or that it remained unknown whether it is. */
        public void passed() {
            repository.remove(ids);
        }
    }

    /**
     * Asks to try a password.
     *
     * @throws Full where too many failed
     */
    public Attempt begin(AccountName account, HttpServletRequest request) {
        Instant now = clock.instant();
        List<Bucket> buckets = buckets(account, request);
        List<SignInAttempt> rows = repository.saveAll(buckets.stream()
                .map(bucket -> new SignInAttempt(keys.sign(bucket.key()), now))
                .toList());
        Attempt attempt = new Attempt(rows.stream().map(SignInAttempt::id).toList());
        Optional<Instant> until = buckets.stream()
                .flatMap(bucket -> fullUntil(bucket, now).stream())
                .max(Instant::compareTo);
        if (until.isPresent()) {
            attempt.passed();
            throw new Full(Duration.ofSeconds(
                    Math.max(1, Duration.between(now, until.get()).toSeconds())));
        }
        return attempt;
    }

    /** Marks the browser as one that signed in to the account. */
    public void remember(AccountName account, HttpServletRequest request, HttpServletResponse response) {
        browsers.remember(account, request, response);
    }

    private List<Bucket> buckets(AccountName account, HttpServletRequest request) {
        String name = account.login() + " on " + account.server();
        String address = ClientNetwork.of(request.getRemoteAddr());
        return browsers.proof(account, request)
                .map(proof -> List.of(Bucket.knownBrowser(name, proof)))
                .orElseGet(() -> Stream.of(
                                Bucket.address(address), Bucket.accountAtAddress(name, address), Bucket.account(name))
                        .toList());
    }

    private Optional<Instant> fullUntil(Bucket bucket, Instant now) {
        return bucket.fullUntil(repository.findNewest(
                keys.sign(bucket.key()), now.minus(bucket.window()), Limit.of(bucket.atOnce() + 1)));
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT5M")
    void removeOld() {
        repository.removeOld(clock.instant().minus(Bucket.LONGEST));
    }
}
