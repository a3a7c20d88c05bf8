package org.restante.content;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes what was never finished. */
@Component
class ContentCleanup {

    private final Contents contents;

    ContentCleanup(Contents contents) {
        this.contents = contents;
    }

    @Scheduled(initialDelayString = "PT15M", fixedDelayString = "PT1H")
    void deleteAbandoned() {
        contents.deleteAbandoned();
    }
}
