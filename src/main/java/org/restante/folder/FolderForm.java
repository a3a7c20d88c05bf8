package org.restante.folder;

import org.jspecify.annotations.Nullable;
import org.restante.mailstore.MailFailure.Refused;
import org.restante.mailstore.MailboxName;

/**
 * What a form says of a folder that is made or renamed.
 *
 * @param name its own name; null where the form has none
 * @param inside the address segment of the folder above it; empty: none
 */
record FolderForm(@Nullable String name, @Nullable String inside) {

    static final FolderForm EMPTY = new FolderForm("", "");

    static FolderForm of(MailboxName name) {
        return new FolderForm(
                name.leaf(), name.parent().map(MailboxName::toAddress).orElse(""));
    }

    /**
     * Returns the folder's whole name.
     *
     * @throws Refused where no folder can be called so
     */
    MailboxName mailbox() {
        String leaf = name == null ? "" : name.strip();
        if (leaf.isEmpty()) {
            throw new Refused(Refused.Kind.NAME, "no name");
        }
        try {
            return inside == null || inside.isEmpty()
                    ? MailboxName.of(leaf)
                    : MailboxName.fromAddress(inside).child(leaf);
        } catch (IllegalArgumentException e) {
            throw new Refused(Refused.Kind.NAME, "not a name");
        }
    }

    /** Returns the name of the text that says what is wrong with the name; throws what else the mail server refused. */
    static String error(Refused refused) {
        return switch (refused.kind()) {
            case NAME -> "folder.error.name";
            case NAME_TAKEN -> "folder.error.taken";
            default -> throw refused;
        };
    }
}
