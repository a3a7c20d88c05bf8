package org.restante.mailstore.imap;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxRole;

/** Which mailbox has which role: what the server announces (RFC 6154) goes before what a name suggests, and each role is given once. */
final class Roles {

    private static final Map<String, MailboxRole> SPECIAL_USE = Map.of(
            "\\drafts", MailboxRole.DRAFTS,
            "\\sent", MailboxRole.SENT,
            "\\archive", MailboxRole.ARCHIVE,
            "\\junk", MailboxRole.JUNK,
            "\\trash", MailboxRole.TRASH);

    private final Map<MailboxRole, MailboxName> names = new EnumMap<>(MailboxRole.class);

    private Roles() {
        names.put(MailboxRole.INBOX, MailboxName.INBOX);
    }

    static Roles of(List<Listing.Listed> listed) {
        var roles = new Roles();
        for (Listing.Listed each : listed) {
            each.attributes().stream()
                    .map(SPECIAL_USE::get)
                    .filter(role -> role != null)
                    .forEach(role -> roles.names.putIfAbsent(role, each.name()));
        }
        listed.stream()
                .filter(each -> each.isSelectable() && roles.of(each.name()).isEmpty())
                .forEach(each -> WellKnownNames.roleOf(each.name())
                        .ifPresent(role -> roles.names.putIfAbsent(role, each.name())));
        return roles;
    }

    Optional<MailboxRole> of(MailboxName name) {
        return names.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
