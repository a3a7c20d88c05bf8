package org.restante.web;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * How the operator lets the product look.
 *
 * @param name what it is called
 * @param accent its one colour, as {@code #rrggbb}
 * @param logo a picture (svg, png) in the place of the small envelope; null: the envelope
 */
@ConfigurationProperties("restante.brand")
public record Brand(
        @DefaultValue("Restante") String name,
        @DefaultValue(Brand.TEAL) String accent,
        @Nullable Resource logo) {

    static final String TEAL = "#0f6b6b";

    /** Returns whether the operator chose another colour than ours. */
    boolean isRecoloured() {
        return !accent.equalsIgnoreCase(TEAL);
    }
}
