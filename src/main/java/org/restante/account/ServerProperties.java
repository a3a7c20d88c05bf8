package org.restante.account;

import java.net.URI;
import java.util.List;
import java.util.Map;
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
 * @param sentCopy who puts the copy of what was sent among the sent mail
 * @param senders which addresses people may add to write as
 * @param aliases further addresses that people may write as, by the address that they sign in with
 * @param pop3Remove whether people may have mail removed from a POP3 server as soon as it lies in the database
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
        @DefaultValue("auto") SentCopies sentCopy,
        @DefaultValue("any") Senders senders,
        @DefaultValue Map<String, List<String>> aliases,
        boolean pop3Remove,
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

    /** Who puts the copy of what was sent among the sent mail. */
    public enum SentCopies {
        /** As is known of the server: some providers do it. */
        AUTO,
        OURS,
        PROVIDER
    }

    /** Which addresses people may add to write as. */
    public enum Senders {
        ANY,
        /** Those of the server's domains. */
        DOMAINS,
        /** None: the one that they sign in with and the operator's aliases are all. */
        OWN
    }
}
