package org.restante.message;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.restante.account.SignedIn;
import org.restante.mailstore.MessageRef;
import org.restante.message.remote.AllowedSenders;
import org.restante.web.Texts;
import org.springframework.stereotype.Component;

/**
 * Keeps the document that a page has just counted the pictures of, until the page's frame asks for it: so the mail server is asked once.
 * Another replica, or one that has forgotten, makes it anew.
 */
@Component
class BodyCache {

    private static final Duration BRIEFLY = Duration.ofSeconds(60);
    private static final long MOST_CHARACTERS = 8 << 20;

    /** Whose, of which message, seen how. */
    record Key(String session, MessageRef ref, BodyView view, Set<String> allowed, String language) {

        static Key of(SignedIn person, MessageRef ref, BodyView view, Texts texts) {
            Set<String> allowed = Set.copyOf(AllowedSenders.of(person).entries());
            return new Key(
                    person.sessionId(), ref, view, allowed, texts.language().tag());
        }
    }

    private record Kept(String html, long since) {
        boolean isOld() {
            return System.nanoTime() - since > BRIEFLY.toNanos();
        }
    }

    private final Map<Key, Kept> kept = new LinkedHashMap<>();
    private final Counter hits;
    private final Counter misses;
    private long characters;

    BodyCache(MeterRegistry meters) {
        hits = meters.counter("restante.cache.lookups", "cache", "bodies", "result", "hit");
        misses = meters.counter("restante.cache.lookups", "cache", "bodies", "result", "miss");
    }

    synchronized void put(Key key, String html) {
        remove(kept.remove(key));
        kept.put(key, new Kept(html, System.nanoTime()));
        characters += html.length();
        Iterator<Kept> all = kept.values().iterator();
        while (all.hasNext()) {
            Kept oldest = all.next();
            if (characters <= MOST_CHARACTERS && !oldest.isOld()) {
                return;
            }
            all.remove();
            remove(oldest);
        }
    }

    /** Returns the document and forgets it. */
    synchronized Optional<String> take(Key key) {
        Kept found = kept.remove(key);
        remove(found);
        boolean usable = found != null && !found.isOld();
        (usable ? hits : misses).increment();
        return usable ? Optional.of(found.html()) : Optional.empty();
    }

    private void remove(@Nullable Kept gone) {
        characters -= gone == null ? 0 : gone.html().length();
    }
}
