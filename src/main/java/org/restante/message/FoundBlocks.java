package org.restante.message;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.restante.mailstore.Criterion;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.SearchPosition;
import org.restante.mailstore.SearchedBlock;
import org.springframework.stereotype.Component;

/**
 * Keeps what was found where it was too much for one page, so that the next page need not be searched for again. Another replica, or one
 * that has forgotten, searches.
 */
@Component
class FoundBlocks {

    private static final Duration WHILE = Duration.ofMinutes(10);
    private static final long MOST_OCTETS = 16 << 20;
    private static final int ENTRY = 500;
    private static final int UID = 28;

    /** Whose search, for what, where. */
    record Key(String session, Criterion criterion, MailboxName folder, SearchPosition position) {}

    private final Cache<Key, SearchedBlock> blocks = Caffeine.newBuilder()
            .expireAfterWrite(WHILE)
            .maximumWeight(MOST_OCTETS)
            .weigher((Key key, SearchedBlock block) ->
                    ENTRY + UID * block.found().size())
            .executor(Runnable::run)
            .build();

    void put(Key key, SearchedBlock block) {
        blocks.put(key, block);
    }

    Optional<SearchedBlock> get(Key key) {
        return Optional.ofNullable(blocks.getIfPresent(key));
    }
}
