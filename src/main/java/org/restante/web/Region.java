package org.restante.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of a page that a script asks for instead of the whole: a fragment of the page's own template. */
public final class Region {

    /** The request header that names it. */
    public static final String HEADER = "X-Region";

    private Region() {}

    /**
     * Returns the view to render: only the asked part where it is one of these, else the whole page.
     *
     * @param asked what the header says; null where there is none
     * @param regions the fragments of the view that may be asked for
     */
    public static String view(String view, @Nullable String asked, String... regions) {
        return asked != null && List.of(regions).contains(asked) ? view + " :: " + asked : view;
    }
}
