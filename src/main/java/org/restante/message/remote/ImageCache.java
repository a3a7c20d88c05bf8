package org.restante.message.remote;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Keeps pictures for some minutes, for the account that asked, within bounds. */
@Component
class ImageCache {

    private static final Duration BRIEFLY = Duration.ofMinutes(10);
    private static final long MOST_OCTETS = 32L << 20;

    /** Whose, and of which address. */
    record Key(long account, String url) {}

    private record Kept(byte[] image, long since) {
        boolean isOld() {
            return System.nanoTime() - since > BRIEFLY.toNanos();
        }
    }

    private final Map<Key, Kept> kept = new LinkedHashMap<>();
    private final Counter hits;
    private final Counter misses;
    private long octets;

    ImageCache(MeterRegistry meters) {
        hits = meters.counter("restante.cache.lookups", "cache", "pictures", "result", "hit");
        misses = meters.counter("restante.cache.lookups", "cache", "pictures", "result", "miss");
    }

    synchronized Optional<byte[]> find(Key key) {
        forget();
        Kept found = kept.get(key);
        (found == null ? misses : hits).increment();
        return Optional.ofNullable(found).map(Kept::image);
    }

    synchronized void keep(Key key, byte[] image) {
        Kept before = kept.remove(key);
        octets += image.length - (before == null ? 0 : before.image().length);
        kept.put(key, new Kept(image, System.nanoTime()));
        forget();
    }

    /** The oldest are first, and end first. */
    private void forget() {
        Iterator<Kept> all = kept.values().iterator();
        while (all.hasNext()) {
            Kept oldest = all.next();
            if (octets <= MOST_OCTETS && !oldest.isOld()) {
                return;
            }
            octets -= oldest.image().length;
            all.remove();
        }
    }
}
