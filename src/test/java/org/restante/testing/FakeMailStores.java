package org.restante.testing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.restante.mailstore.Credential;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailStores;
import org.restante.mailstore.Mailbox;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxRole;
import org.restante.mailstore.MailboxWork;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.NewMessage;
import org.restante.mailstore.OpenMode;
import org.restante.mailstore.Quota;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** Mail servers that exist only by what their passwords do: {@code secret} and {@code canary} work, some
 * name a failure, all others are wrong. */
@TestComponent
@Primary
public class FakeMailStores implements MailStores {

    private final Set<String> closed = ConcurrentHashMap.newKeySet();
    private final Set<String> changed = ConcurrentHashMap.newKeySet();

    /** Lets the mail server refuse a login from now on, as after a change of password. */
    public void changePassword(String login) {
        changed.add(login);
    }

    /** Returns whether what was kept open for the login was ended. */
    public boolean closed(String login) {
        return closed.contains(login);
    }

    @Override
    public MailStore of(Credential credential) {
        return new FakeMailStore(credential);
    }

    private final class FakeMailStore implements MailStore {

        private final Credential credential;

        FakeMailStore(Credential credential) {
            this.credential = credential;
        }

        @Override
        public void authenticate() {
            if (changed.contains(credential.login())) {
                throw new MailFailure.Authentication("changed", null);
            }
            switch (credential.password()) {
                case "secret", "canary" -> closed.remove(credential.login());
                case "unreachable" ->
                    throw new MailFailure.Network(MailFailure.Network.Kind.UNREACHABLE, "server words", null);
                case "slow" -> throw new MailFailure.Network(MailFailure.Network.Kind.TIMED_OUT, "server words", null);
                case "untrusted" -> throw new MailFailure.Certificate("server words", null);
                case "busy" -> throw new MailFailure.Refused(MailFailure.Refused.Kind.UNAVAILABLE, "server words");
                case "bare" -> throw new MailFailure.Capability("server words");
                default -> throw new MailFailure.Authentication("server words", null);
            }
        }

        @Override
        public List<Mailbox> mailboxes() {
            authenticate();
            return List.of();
        }

        @Override
        public <T> T open(MailboxName mailbox, OpenMode mode, MailboxWork<T> work) {
            authenticate();
            throw new MailFailure.Gone(MailFailure.Gone.Kind.MAILBOX, "none here");
        }

        @Override
        public MailboxName mailboxFor(MailboxRole role) {
            throw new MailFailure.Gone(MailFailure.Gone.Kind.MAILBOX, "none here");
        }

        @Override
        public List<MessageRef> find(MailboxName mailbox, String messageId) {
            return List.of();
        }

        @Override
        public void append(MailboxName mailbox, NewMessage message) {
            throw new MailFailure.Gone(MailFailure.Gone.Kind.MAILBOX, "none here");
        }

        @Override
        public void discard(List<MessageRef> refs) {
            authenticate();
        }

        @Override
        public void create(MailboxName name) {
            authenticate();
        }

        @Override
        public void rename(MailboxName name, MailboxName to) {
            authenticate();
        }

        @Override
        public void delete(MailboxName name) {
            authenticate();
        }

        @Override
        public void assign(MailboxName name, Optional<MailboxRole> role) {
            authenticate();
        }

        @Override
        public Optional<Set<MailboxName>> subscribed() {
            return Optional.empty();
        }

        @Override
        public void subscribe(MailboxName name, boolean subscribed) {
            authenticate();
        }

        @Override
        public Optional<Quota> quota() {
            return Optional.empty();
        }

        @Override
        public void close() {
            closed.add(credential.login());
        }
    }
}
