package org.restante.mailstore.imap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.restante.mailstore.Credential;
import org.restante.mailstore.Mailbox;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxRole;
import org.restante.mailstore.RoleChoices;

/** Lets what the person chose go before what the server says. */
record ChosenRoles(RoleChoices choices, Credential credential) {

    List<Mailbox> apply(List<Mailbox> mailboxes) {
        Map<MailboxRole, MailboxName> chosen = choices.of(credential);
        if (chosen.isEmpty()) {
            return mailboxes;
        }
        return mailboxes.stream()
                .map(mailbox -> apply(mailbox, chosen, mailboxes))
                .toList();
    }

    private static Mailbox apply(Mailbox mailbox, Map<MailboxRole, MailboxName> chosen, List<Mailbox> all) {
        Optional<MailboxRole> own = chosen.entrySet().stream()
                .filter(entry -> entry.getValue().equals(mailbox.name()))
                .map(Map.Entry::getKey)
                .findFirst();
        Optional<MailboxRole> role = own.isPresent()
                ? own
                : mailbox.role()
                        .filter(theirs ->
                                all.stream().noneMatch(other -> other.name().equals(chosen.get(theirs))));
        return new Mailbox(mailbox.name(), role, mailbox.selectable(), mailbox.total(), mailbox.unseen());
    }
}
