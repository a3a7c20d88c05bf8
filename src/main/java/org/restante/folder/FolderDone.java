package org.restante.folder;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.restante.web.Texts;

/**
 * What a form did to a folder, read from the address that it led to.
 *
 * @param done which act it was; null where there was none
 * @param name the folder's own name
 */
record FolderDone(@Nullable String done, @Nullable String name) {

    private static final Set<String> ACTS = Set.of("created", "renamed", "deleted");

    /** Returns what was done in words, or null where nothing was. */
    @Nullable
    String sentence(Texts texts) {
        return done == null || name == null || !ACTS.contains(done) ? null : texts.get("folder.done." + done, name);
    }
}
