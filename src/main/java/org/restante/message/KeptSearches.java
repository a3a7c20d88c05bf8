package org.restante.message;

import java.util.List;

/** Tells a person's saved searches when a page asks; public, or expressions of templates could not be compiled. */
@FunctionalInterface
public interface KeptSearches {

    /** Returns them by name. */
    List<SavedSearch> all();
}
