package org.restante.mailstore.imap;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailFailure.Gone;
import org.restante.mailstore.MailFailure.Refused;
import org.restante.mailstore.MailboxName;

/** Makes, renames and removes mailboxes (RFC 9051 §6.3.4 to §6.3.8); other programs' subscriptions follow. */
final class MailboxCommands {

    private final ImapConnection connection;

    MailboxCommands(ImapConnection connection) {
        this.connection = connection;
    }

    void create(MailboxName name) {
        String written = write(name);
        Answer answer = say(Command.of("CREATE").string(written));
        if (!answer.is("OK")) {
            throw refused(answer, name);
        }
        say(Command.of("SUBSCRIBE").string(written));
    }

    void rename(MailboxName name, MailboxName to) {
        refuseInbox(name);
        List<Listing.Listed> subtree = subtree(name);
        Set<MailboxName> subscribed = subscribed();
        String written = write(to);
        leave(subtree);
        Answer answer = say(Command.of("RENAME").octets(subtree.get(0).raw()).string(written));
        if (!answer.is("OK")) {
            throw refused(answer, to);
        }
        for (Listing.Listed each : subtree) {
            if (subscribed.contains(each.name())) {
                say(Command.of("UNSUBSCRIBE").octets(each.raw()));
                say(Command.of("SUBSCRIBE")
                        .string(connection.delimiter().encode(each.name().moved(name, to))));
            }
        }
    }

    void delete(MailboxName name) {
        refuseInbox(name);
        List<Listing.Listed> subtree = subtree(name);
        leave(subtree);
        for (int i = subtree.size() - 1; i >= 0; i--) {
            Listing.Listed each = subtree.get(i);
            Answer answer = say(Command.of("DELETE").octets(each.raw()));
            if (each.isSelectable()
                    && !answer.is("OK")
                    && connection.find(each.name()).isPresent()) {
                throw Refusals.of(answer);
            }
            say(Command.of("UNSUBSCRIBE").octets(each.raw()));
        }
    }

    private static void refuseInbox(MailboxName name) {
        if (name.isInbox()) {
            throw new Refused(Refused.Kind.NOT_PERMITTED, "INBOX stays");
        }
    }

    /** Returns a mailbox and all below it, each after the one above it. */
    private List<Listing.Listed> subtree(MailboxName name) {
        var listing = new Listing();
        connection.demand(Command.of("LIST \"\" \"*\""), listing::take);
        List<Listing.Listed> subtree = listing.all().stream()
                .filter(each -> each.name().equals(name) || each.name().isBelow(name))
                .sorted(Comparator.comparing(each -> each.name().path().size()))
                .toList();
        if (subtree.isEmpty() || !subtree.get(0).name().equals(name)) {
            throw new Gone(Gone.Kind.MAILBOX, "not listed");
        }
        return subtree;
    }

    private Set<MailboxName> subscribed() {
        Set<MailboxName> subscribed = new HashSet<>();
        connection.exchange(List.of(Command.of("LSUB \"\" \"*\"")), answer -> {
            if (answer.is("LSUB")) {
                Delimiter.of(answer.at(1)).decode(answer.at(2).octets()).ifPresent(subscribed::add);
            }
        });
        return subscribed;
    }

    /** A server may hang up where the selected mailbox goes away. */
    private void leave(List<Listing.Listed> going) {
        if (going.stream().anyMatch(each -> connection.hasSelected(each.name()))) {
            connection.select(MailboxName.INBOX);
        }
    }

    private Answer say(Command command) {
        return connection.exchange(List.of(command), untagged -> {}).get(0);
    }

    /** Returns the name as the server writes it. */
    private String write(MailboxName name) {
        Delimiter delimiter = connection.delimiter();
        boolean fits = name.path().stream().allMatch(level -> isName(level, delimiter.character()))
                && !name.isInbox()
                && (name.path().size() == 1 || !delimiter.character().isEmpty());
        if (!fits) {
            throw new Refused(Refused.Kind.NAME, "no mailbox can be called so here");
        }
        return delimiter.encode(name);
    }

    private static boolean isName(String level, String delimiter) {
        return !level.isBlank()
                && level.equals(level.strip())
                && (delimiter.isEmpty() || !level.contains(delimiter))
                && level.codePoints()
                        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    private MailFailure refused(Answer answer, MailboxName name) {
        MailFailure failure = Refusals.of(answer);
        if (answer.codeName().equals("ALREADYEXISTS") || connection.find(name).isPresent()) {
            return new Refused(Refused.Kind.NAME_TAKEN, failure.getMessage());
        }
        boolean plain = failure instanceof Refused refused && refused.kind() == Refused.Kind.OTHER;
        return plain && !answer.is("BYE") ? new Refused(Refused.Kind.NAME, failure.getMessage()) : failure;
    }
}
