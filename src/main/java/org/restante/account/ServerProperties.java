package org.restante.account;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * A mail server, as the operator describes it.
 *
 * @param domains which addresses sign in here; empty: all; the first completes a name without a domain
 * @param login what is sent to the server as the user's name
 * @param incoming where mail is read, such as {@code imaps://mail.example.org}
 * @param submission where mail is sent; null: nowhere
 * @param sieve where filters lie; null: nowhere
 * @param certificate a private authority's certificate; null: the system's authorities
 * @param plaintext whether {@code ?tls=off} works beyond loopback
 * @param authservIds what the operator's own servers call themselves in Authentication-Results (RFC 8601); empty: such fields are not read
 * @param caseSensitive whether local parts differ by case
 */
public record ServerProperties(
        @DefaultValue List<String> domains,
        @DefaultValue("address") LoginName login,
        URI incoming,
        URI submission,
        URI sieve,
        Resource certificate,
        @DefaultValue("refused") Plaintext plaintext,
        @DefaultValue List<String> authservIds,
        boolean caseSensitive) {

    /** What is sent to the server as the user's name. */
    public enum LoginName {
        ADDRESS,
        LOCAL_PART
    }

    /** Whether a connection without TLS may leave the machine. */
    public enum Plaintext {
        REFUSED,
        ACCEPTED
    }
}
