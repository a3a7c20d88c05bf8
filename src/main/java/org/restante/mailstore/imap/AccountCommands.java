package org.restante.mailstore.imap;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.restante.mailstore.MailFailure.Gone;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.Quota;

/** Asks for what concerns an account's mailboxes beside their mail: subscriptions (RFC 9051 §6.3.7) and quota (RFC 9208). */
final class AccountCommands {

    private static final long STORAGE_UNIT = 1024;

    private final ImapConnection connection;

    AccountCommands(ImapConnection connection) {
        this.connection = connection;
    }

    Optional<Quota> quota() {
        if (!connection.has("QUOTA")) {
            return Optional.empty();
        }
        Quota[] found = {null};
        connection.exchange(List.of(Command.of("GETQUOTAROOT").string("INBOX")), answer -> {
            List<Value> resources = answer.is("QUOTA") ? answer.at(1).list() : List.of();
            for (int i = 0; i + 2 < resources.size(); i += 3) {
                if (resources.get(i).lower().equals("storage") && found[0] == null) {
                    found[0] = new Quota(
                            resources.get(i + 1).number() * STORAGE_UNIT,
                            resources.get(i + 2).number() * STORAGE_UNIT);
                }
            }
        });
        return Optional.ofNullable(found[0]).filter(quota -> quota.limit() > 0 && quota.used() >= 0);
    }

    Set<MailboxName> subscribed() {
        Set<MailboxName> subscribed = new HashSet<>();
        connection.demand(Command.of("LSUB \"\" \"*\""), answer -> {
            if (answer.is("LSUB")) {
                Delimiter.of(answer.at(1)).decode(answer.at(2).octets()).ifPresent(subscribed::add);
            }
        });
        return subscribed;
    }

    void subscribe(MailboxName name, boolean subscribed) {
        Listing.Listed listed = connection.find(name).orElseThrow(() -> new Gone(Gone.Kind.MAILBOX, "not listed"));
        connection.demand(Command.of(subscribed ? "SUBSCRIBE" : "UNSUBSCRIBE").octets(listed.raw()), untagged -> {});
    }
}
