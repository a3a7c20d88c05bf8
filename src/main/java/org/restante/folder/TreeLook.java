package org.restante.folder;

import java.util.Set;
import org.restante.settings.Preferences;

/**
 * How a person has the tree.
 *
 * @param favourites the addresses of those that stand above all others too
 * @param closed the addresses of those whose inner folders are not shown
 */
public record TreeLook(Set<String> favourites, Set<String> closed) {

    /** As it is before anybody changes it. */
    public static final TreeLook PLAIN = new TreeLook(Set.of(), Set.of());

    /** Returns how the person has it. */
    public static TreeLook of(Preferences preferences) {
        return new TreeLook(preferences.folders(Preferences.FAVOURITES), preferences.folders(Preferences.CLOSED));
    }
}
