package org.restante.mime.html;

import java.util.Optional;

/** Says which pictures of other sites are shown, and by which way. */
public interface RemoteImages {

    /** Shows none. */
    RemoteImages NONE = new RemoteImages() {
        @Override
        public Optional<String> pathOf(String url) {
            return Optional.empty();
        }

        @Override
        public boolean isOwn(String path) {
            return false;
        }
    };

    /**
     * Returns the path, from the root of this site, by which a picture is shown; empty where it is not.
     *
     * @param url absolute, of http or https
     */
    Optional<String> pathOf(String url);

    /** Returns whether {@link #pathOf} made this path, for this reader. */
    boolean isOwn(String path);
}
