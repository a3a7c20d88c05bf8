package org.restante.mailstore.imap;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.restante.mailstore.Credential;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.Mailbox;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxRole;
import org.restante.mailstore.MailboxWork;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.NewMessage;
import org.restante.mailstore.OpenMode;
import org.restante.mailstore.Quota;
import org.restante.mailstore.pool.ConnectionPool;

/** The mail of one account on an IMAP server. */
final class ImapMailStore implements MailStore {

    private final ConnectionPool<Credential, ImapConnection> pool;
    private final Credential credential;
    private final RowCache cache;
    private final ChosenRoles roles;

    ImapMailStore(
            ConnectionPool<Credential, ImapConnection> pool, Credential credential, RowCache cache, ChosenRoles roles) {
        this.roles = roles;
        this.pool = pool;
        this.cache = cache;
        this.credential = credential;
    }

    /** Opens a connection even where one lies idle: that one only proves what the password once was. */
    @Override
    public void authenticate() {
        pool.forgive(credential);
        pool.lendNew(credential, connection -> {
            warmUp(connection);
            return null;
        });
    }

    /** Selects what is opened next; that the person is signed in does not depend on it. */
    private static void warmUp(ImapConnection connection) {
        try {
            connection.select(MailboxName.INBOX);
        } catch (MailFailure e) {
            // Whoever opens the mailbox is told.
        }
    }

    @Override
    public List<Mailbox> mailboxes() {
        return pool.lend(credential, any -> true, connection -> {
            var tree = new TreeQuery(connection);
            return roles.apply(tree.ask());
        });
    }

    @Override
    public <T> T open(MailboxName mailbox, OpenMode mode, MailboxWork<T> work) throws IOException {
        return pool.lend(credential, idle -> idle.hasSelected(mailbox), connection -> {
            if (mode == OpenMode.WRITE) {
                connection.assureSelected(mailbox);
                connection.commit();
            } else {
                connection.select(mailbox);
            }
            return work.with(new ImapMailbox(connection, cache, roles, anew(connection.selected())));
        });
    }

    /** For works that go on where another connection broke; the mailbox must still be the same one. */
    private ImapMailbox.Anew anew(SelectedMailbox before) {
        return new ImapMailbox.Anew() {
            @Override
            public <T> T with(Function<ImapConnection, T> work) {
                return pool.lendNew(credential, connection -> {
                    connection.commit();
                    connection.select(before.name());
                    if (!connection.selected().uidValidity().equals(before.uidValidity())) {
                        throw new MailFailure.Gone(MailFailure.Gone.Kind.UID_VALIDITY, "the mailbox was replaced");
                    }
                    return work.apply(connection);
                });
            }
        };
    }

    @Override
    public MailboxName mailboxFor(MailboxRole role) {
        return new ImapAppending(pool, credential).mailboxFor(role, mailboxes());
    }

    @Override
    public List<MessageRef> find(MailboxName mailbox, String messageId) {
        return new ImapAppending(pool, credential).find(mailbox, messageId);
    }

    @Override
    public void append(MailboxName mailbox, NewMessage message) throws IOException {
        new ImapAppending(pool, credential).append(mailbox, message);
    }

    @Override
    public void discard(List<MessageRef> refs) {
        new ImapAppending(pool, credential).discard(refs);
    }

    @Override
    public void create(MailboxName name) {
        administer(commands -> commands.create(name));
    }

    @Override
    public void rename(MailboxName name, MailboxName to) {
        administer(commands -> commands.rename(name, to));
        roles.choices().rename(credential, name, to);
        // Those that lie idle may have selected what is called otherwise now.
        pool.close(credential);
    }

    @Override
    public void delete(MailboxName name) {
        administer(commands -> commands.delete(name));
        pool.close(credential);
    }

    @Override
    public void assign(MailboxName name, Optional<MailboxRole> role) {
        roles.choices().assign(credential, name, role);
    }

    @Override
    public Optional<Set<MailboxName>> subscribed() {
        return Optional.of(asking(AccountCommands::subscribed));
    }

    @Override
    public void subscribe(MailboxName name, boolean subscribed) {
        asking(commands -> {
            commands.subscribe(name, subscribed);
            return subscribed;
        });
    }

    @Override
    public Optional<Quota> quota() {
        return asking(AccountCommands::quota);
    }

    private <T> T asking(Function<AccountCommands, T> work) {
        return pool.lend(credential, any -> true, connection -> work.apply(new AccountCommands(connection)));
    }

    private void administer(Consumer<MailboxCommands> work) {
        pool.lend(credential, any -> true, connection -> {
            connection.demand(Command.of("NOOP"), untagged -> {});
            connection.commit();
            work.accept(new MailboxCommands(connection));
            return null;
        });
    }

    @Override
    public void close() {
        pool.close(credential);
    }
}
