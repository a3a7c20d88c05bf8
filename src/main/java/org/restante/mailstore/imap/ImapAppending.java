package org.restante.mailstore.imap;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.restante.mailstore.Credential;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MailFailure.Refused;
import org.restante.mailstore.Mailbox;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxRole;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.NewMessage;
import org.restante.mailstore.Uid;
import org.restante.mailstore.pool.ConnectionPool;

/** Adds messages to mailboxes (RFC 9051 §6.3.12), and finds and removes what was added. */
final class ImapAppending {

    /** RFC 9051 §9, date-time. */
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("dd-MMM-yyyy HH:mm:ss Z", Locale.ENGLISH);

    private final ConnectionPool<Credential, ImapConnection> pool;
    private final Credential credential;

    ImapAppending(ConnectionPool<Credential, ImapConnection> pool, Credential credential) {
        this.pool = pool;
        this.credential = credential;
    }

    MailboxName mailboxFor(MailboxRole role, List<Mailbox> mailboxes) {
        return mailboxes.stream()
                .filter(mailbox -> mailbox.role().filter(role::equals).isPresent())
                .findFirst()
                .map(Mailbox::name)
                .orElseGet(() -> pool.lend(credential, any -> true, connection -> create(connection, role)));
    }

    /** Some servers let people make mailboxes below INBOX only. */
    private static MailboxName create(ImapConnection connection, MailboxRole role) {
        String leaf = role.name().charAt(0) + role.name().substring(1).toLowerCase(Locale.ROOT);
        MailboxName atTop = MailboxName.of(leaf);
        MailboxName belowInbox = MailboxName.of("INBOX", leaf);
        Answer refused = tryCreate(connection, atTop);
        if (refused.is("OK")) {
            return atTop;
        }
        if (tryCreate(connection, belowInbox).is("OK")) {
            return belowInbox;
        }
        throw Refusals.of(refused);
    }

    private static Answer tryCreate(ImapConnection connection, MailboxName name) {
        Answer answer = connection
                .exchange(List.of(Command.of("CREATE").string(connection.encoded(name))), untagged -> {})
                .get(0);
        if (answer.is("OK")) {
            // So that other programs which look at subscribed mailboxes alone show it.
            connection.exchange(List.of(Command.of("SUBSCRIBE").string(connection.encoded(name))), untagged -> {});
        }
        return answer;
    }

    List<MessageRef> find(MailboxName mailbox, String messageId) {
        return pool.lend(credential, idle -> idle.hasSelected(mailbox), connection -> {
            connection.assureSelected(mailbox);
            Command search = Command.of("UID SEARCH HEADER MESSAGE-ID").string(messageId);
            return search(connection, search).stream()
                    .map(uid -> new MessageRef(mailbox, connection.selected().uidValidity(), uid))
                    .toList();
        });
    }

    private static Set<Uid> search(ImapConnection connection, Command command) {
        Set<Uid> found = new TreeSet<>();
        connection.demand(command, answer -> {
            if (answer.is("SEARCH")) {
                answer.values().stream()
                        .mapToLong(Value::number)
                        .filter(number -> number > 0)
                        .mapToObj(Uid::new)
                        .forEach(found::add);
            }
        });
        return found;
    }

    void append(MailboxName mailbox, NewMessage message) throws IOException {
        pool.lend(credential, idle -> idle.hasSelected(mailbox), connection -> {
            // Finds out whether the connection lives, since the message is sent only once.
            connection.demand(Command.of("NOOP"), untagged -> {});
            try (InputStream content = message.content().open()) {
                connection.upload(appending(connection, mailbox, message), message.size(), content);
            }
            return null;
        });
    }

    private static Command appending(ImapConnection connection, MailboxName mailbox, NewMessage message) {
        String flags = message.flags().stream().map(Flag::name).sorted().collect(Collectors.joining(" ", "(", ")"));
        return Command.of("APPEND")
                .string(connection.encoded(mailbox))
                .atom(flags)
                .string(dateTime(message.received()));
    }

    private static String dateTime(Instant instant) {
        return DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }

    void discard(List<MessageRef> refs) {
        if (refs.isEmpty()) {
            return;
        }
        MailboxName mailbox = refs.get(0).mailbox();
        pool.lend(credential, idle -> idle.hasSelected(mailbox), connection -> {
            connection.assureSelected(mailbox);
            connection.commit();
            if (connection.selected().isReadOnly()) {
                throw new Refused(Refused.Kind.NOT_PERMITTED, "the mailbox is read-only");
            }
            Set<Uid> uids = refs.stream()
                    .filter(ref ->
                            ref.uidValidity().equals(connection.selected().uidValidity()))
                    .map(MessageRef::uid)
                    .collect(Collectors.toCollection(TreeSet::new));
            expunge(connection, uids);
            return null;
        });
    }

    /** Without UIDPLUS (RFC 4315) there is only EXPUNGE, which would take what others marked too: then ours stay marked. */
    private static void expunge(ImapConnection connection, Set<Uid> uids) {
        List<String> sets = UidSets.of(uids);
        List<Command> commands = new ArrayList<>();
        sets.forEach(set -> commands.add(Command.of("UID STORE " + set + " +FLAGS.SILENT (\\Deleted)")));
        if (connection.has("UIDPLUS")) {
            sets.forEach(set -> commands.add(Command.of("UID EXPUNGE " + set)));
        }
        connection.exchange(commands, untagged -> {}).forEach(ImapConnection::checkOk);
        if (!connection.has("UIDPLUS") && uids.containsAll(search(connection, Command.of("UID SEARCH DELETED")))) {
            connection.demand(Command.of("EXPUNGE"), untagged -> {});
        }
    }
}
