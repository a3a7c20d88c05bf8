package org.restante.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.restante.mailstore.Mailbox;
import org.restante.mailstore.MailboxName;
import org.restante.web.Texts;

/**
 * A folder in a list of choices, in the order of the tree.
 *
 * @param address its address segment
 * @param label what people call it, after those above it
 * @param own whether the person may rename and remove it: not the folders that have a role
 */
record FolderChoice(String address, String label, boolean own) {

    /** Returns all folders. */
    static List<FolderChoice> all(List<Mailbox> mailboxes, Texts texts) {
        List<FolderChoice> choices = new ArrayList<>();
        FolderTree.of(mailboxes, Optional.empty(), texts).roots().forEach(root -> add(root, "", choices));
        return choices;
    }

    /** Returns those that another folder could be moved into: not itself or what is below it. */
    static List<FolderChoice> above(MailboxName moving, List<Mailbox> mailboxes, Texts texts) {
        return all(mailboxes, texts).stream()
                .filter(choice -> {
                    MailboxName name = MailboxName.fromAddress(choice.address());
                    return !name.equals(moving) && !name.isBelow(moving);
                })
                .toList();
    }

    private static void add(FolderNode node, String above, List<FolderChoice> choices) {
        String label = above + node.label();
        choices.add(new FolderChoice(node.address(), label, node.role().isEmpty()));
        node.children().forEach(child -> add(child, label + " / ", choices));
    }
}
