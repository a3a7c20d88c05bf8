package org.restante.folder;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.restante.mailstore.Mailbox;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxRole;
import org.restante.web.Texts;

/** What people call folders. */
public final class FolderLabel {

    /** Servers name these in English whatever the person speaks; a name that somebody chose is left as it is. */
    private static final Map<MailboxRole, String> ENGLISH = new EnumMap<>(Map.of(
            MailboxRole.DRAFTS, "Drafts",
            MailboxRole.SENT, "Sent",
            MailboxRole.ARCHIVE, "Archive",
            MailboxRole.JUNK, "Junk",
            MailboxRole.TRASH, "Trash"));

    private FolderLabel() {}

    /** Returns what people call a folder among these. */
    public static String of(MailboxName name, List<Mailbox> mailboxes, Texts texts) {
        Optional<MailboxRole> role = mailboxes.stream()
                .filter(mailbox -> mailbox.name().equals(name))
                .findFirst()
                .flatMap(Mailbox::role);
        return of(name, role, texts);
    }

    /** Returns what people call a folder with a role. */
    public static String of(MailboxName name, MailboxRole role, Texts texts) {
        return of(name, Optional.of(role), texts);
    }

    /** Returns what a folder with a role is usually called. */
    static String of(MailboxRole role, Texts texts) {
        return texts.get(text(role));
    }

    static String of(MailboxName name, Optional<MailboxRole> role, Texts texts) {
        return name.isInbox()
                ? texts.get("folder.inbox")
                : role.filter(known -> name.leaf().equalsIgnoreCase(ENGLISH.get(known)))
                        .map(known -> texts.get(text(known)))
                        .orElse(name.leaf());
    }

    private static String text(MailboxRole role) {
        return switch (role) {
            case INBOX -> "folder.inbox";
            case DRAFTS -> "folder.drafts";
            case SENT -> "folder.sent";
            case ARCHIVE -> "folder.archive";
            case JUNK -> "folder.junk";
            case TRASH -> "folder.trash";
        };
    }
}
