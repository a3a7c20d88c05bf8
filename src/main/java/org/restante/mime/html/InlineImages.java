package org.restante.mime.html;

import java.util.Optional;

/** Finds the pictures that came with a message. */
@FunctionalInterface
public interface InlineImages {

    /** Knows no picture. */
    InlineImages NONE = contentId -> Optional.empty();

    /**
     * Returns the path, from the root of this site, of the raster image with this Content-ID.
     *
     * @param contentId decoded, without angle brackets (RFC 2392)
     */
    Optional<String> pathOf(String contentId);
}
