package org.restante.collect;

import java.time.Duration;
import java.util.Optional;
import org.restante.account.ServerSeal;
import org.restante.account.SignedIn;
import org.restante.mailstore.Credential;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailStores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Collects mail when somebody asks, and, where they consented, when it is time. */
@Component
@EnableConfigurationProperties(CollectProperties.class)
class Collecting {

    private static final Logger log = LoggerFactory.getLogger(Collecting.class);
    private static final Duration REQUEST = Duration.ofSeconds(20);
    private static final Duration ALONE = Duration.ofMinutes(2);
    private static final int AT_ONCE = 20;

    private final CollectionTable table;
    private final CollectionRun runs;
    private final ServerSeal seal;
    private final MailStores mailStores;
    private final CollectProperties properties;

    Collecting(
            CollectionTable table,
            CollectionRun runs,
            ServerSeal seal,
            MailStores mailStores,
            CollectProperties properties) {
        this.table = table;
        this.runs = runs;
        this.seal = seal;
        this.mailStores = mailStores;
        this.properties = properties;
    }

    /** Collects for whoever asks. */
    void run(Collection collection, SignedIn person, MailStore own) {
        Optional<String> password = seal.openWithPerson(person, collection.work(), collection.sealed());
        if (password.isPresent()) {
            runs.run(collection, password.get(), own, REQUEST);
        } else {
            String owner = person.sessionId();
            if (table.claim(collection.id(), owner)) {
                table.finish(collection.id(), owner, CollectionProblem.SEALED, 0, "");
            }
        }
    }

    /** Collects all whose time has come, for whoever has a page open. */
    void runDue(SignedIn person, MailStore own, java.time.Instant now) {
        table.of(person.account()).stream()
                .filter(each -> each.problem() == null || !each.problem().waitsForPerson())
                .filter(each -> each.ranAt()
                        .filter(at -> at.plus(properties.every()).isAfter(now))
                        .isEmpty())
                .findFirst()
                .ifPresent(each -> run(each, person, own));
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void runStanding() {
        try {
            for (Collection each : table.standing(properties.every(), AT_ONCE)) {
                runStanding(each);
            }
        } catch (DataAccessException e) {
            log.warn("Mail is collected later: {}", e.getClass().getSimpleName());
        }
    }

    /** Runs one that has its person's consent. */
    void runStanding(Collection collection) {
        Collection.Standing standing = collection.standing();
        if (standing == null) {
            return;
        }
        Optional<Credential> own = seal.open(collection.account(), collection.work(), standing.own());
        Optional<String> password = seal.openText(collection.account(), collection.work(), standing.password());
        if (own.isPresent() && password.isPresent()) {
            runs.run(collection, password.get(), mailStores.of(own.get()), ALONE);
        }
    }
}
