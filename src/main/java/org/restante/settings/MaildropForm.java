package org.restante.settings;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.mailstore.MaildropPolicy;
import org.restante.mailstore.MaildropPolicy.Kind;

/**
 * What becomes of messages on a POP3 server, as it was sent or is shown.
 *
 * @param policy the name of a {@link Kind}
 * @param days as typed
 */
record MaildropForm(@Nullable String policy, @Nullable String days) {

    private static final String USUAL_DAYS = "14";

    static MaildropForm of(MaildropPolicy policy) {
        return new MaildropForm(
                policy.kind().name(), policy.kind() == Kind.DAYS ? Integer.toString(policy.days()) : USUAL_DAYS);
    }

    /** Returns what was chosen; empty where no such thing can be. */
    Optional<Kind> kind() {
        for (Kind kind : Kind.values()) {
            if (kind.name().equals(policy)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Returns what is to hold; empty where the number of days cannot be. */
    Optional<MaildropPolicy> chosen(Kind kind) {
        try {
            int number = kind == Kind.DAYS ? Integer.parseInt(days == null ? "" : days.strip()) : 0;
            return Optional.of(new MaildropPolicy(kind, number));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
