package org.restante.message;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.restante.account.RestanteProperties;
import org.restante.account.ServerProperties;
import org.restante.account.SignedIn;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.OpenMailbox;
import org.restante.message.remote.AllowedSenders;
import org.restante.mime.AuthenticationResults;
import org.restante.mime.HeaderFields;
import org.springframework.stereotype.Component;

/** Asks what the operator's own servers found out about a sender, where the operator named them. */
@Component
class SenderAuthenticity {

    private final RestanteProperties properties;

    SenderAuthenticity(RestanteProperties properties) {
        this.properties = properties;
    }

    /** Returns the finding; nothing is read where the operator named no server. */
    Optional<AuthenticationResults> of(OpenMailbox mailbox, MessageRef ref, SignedIn person) throws IOException {
        List<String> servers = servers(person);
        if (servers.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream source = mailbox.source(ref)) {
            return AuthenticationResults.of(HeaderFields.read(source), servers);
        }
    }

    /**
     * Returns whether the pictures of a message are shown without asking: the person chose so for its sender, and the operator's servers,
     * where there are such, vouch for the sender.
     */
    boolean allowsImages(OpenMailbox mailbox, MessageSummary message, SignedIn person) throws IOException {
        return AllowedSenders.of(person).allows(BodyView.sender(message))
                && (servers(person).isEmpty()
                        || of(mailbox, message.ref(), person)
                                .filter(AuthenticationResults::verified)
                                .isPresent());
    }

    private List<String> servers(SignedIn person) {
        ServerProperties server =
                properties.servers().get(person.credential().server().name());
        return server == null ? List.of() : server.authservIds();
    }
}
