package org.restante.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.restante.mailstore.MailboxRole;
import org.restante.web.Texts;

/**
 * Something that a folder can be for.
 *
 * @param role the role's name; empty: nothing special
 */
public record FolderRoleChoice(String role, String label, boolean chosen) {

    static List<FolderRoleChoice> all(Optional<MailboxRole> now, Texts texts) {
        List<FolderRoleChoice> choices = new ArrayList<>();
        choices.add(new FolderRoleChoice("", texts.get("folder.role.none"), now.isEmpty()));
        for (MailboxRole role : MailboxRole.values()) {
            if (role != MailboxRole.INBOX) {
                choices.add(new FolderRoleChoice(
                        role.name(),
                        FolderLabel.of(role, texts),
                        now.filter(role::equals).isPresent()));
            }
        }
        return choices;
    }
}
