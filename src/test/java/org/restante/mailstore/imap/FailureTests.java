package org.restante.mailstore.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailFailure.Network;
import org.restante.mailstore.MailFailure.Refused;
import org.restante.mailstore.MailServer;
import org.restante.mailstore.MailStore;
import org.restante.testing.ScriptedServer;

/** What the tests of failures share. */
abstract class FailureTests {

    final ImapMailStores stores = Stores.create();

    @AfterEach
    void close() {
        stores.close();
    }

    MailStore store(ScriptedServer server) {
        return store(Stores.plain(server.port()));
    }

    MailStore store(MailServer server) {
        return stores.of(Stores.credential(server, "someone"));
    }

    static MailFailure failure(ThrowingCallable call) {
        return catchThrowableOfType(MailFailure.class, call);
    }

    static void assertNetwork(Network.Kind kind, ThrowingCallable call) {
        assertThat(failure(call))
                .isInstanceOfSatisfying(Network.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    static void assertRefused(Refused.Kind kind, MailFailure failure) {
        assertThat(failure)
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }
}
