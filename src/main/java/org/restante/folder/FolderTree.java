package org.restante.folder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.restante.mailstore.Mailbox;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxRole;
import org.restante.web.Texts;

/**
 * An account's folders as pages show them: by role, then by name, each below the one that holds it.
 *
 * @param favourites those that the person wants to see above all others too
 * @param roots the folders of the first level
 */
public record FolderTree(List<FolderNode> roots, List<FolderNode> favourites) {

    private static final Comparator<Mailbox> BY_ROLE = Comparator.comparing(
            mailbox -> mailbox.role().map(MailboxRole::ordinal).orElse(Integer.MAX_VALUE));

    /**
     * Returns the tree of these mailboxes.
     *
     * @param current the folder that the page shows; empty where it shows none
     */
    public static FolderTree of(List<Mailbox> mailboxes, Optional<MailboxName> current, Texts texts) {
        return of(mailboxes, current, TreeLook.PLAIN, texts);
    }

    /** Returns the tree of these mailboxes as the person has it. */
    public static FolderTree of(List<Mailbox> mailboxes, Optional<MailboxName> current, TreeLook look, Texts texts) {
        List<FolderNode> favourites = new ArrayList<>();
        Map<MailboxName, List<FolderNode>> children = new LinkedHashMap<>();
        mailboxes.stream()
                .sorted(Comparator.comparing(
                                (Mailbox mailbox) -> -mailbox.name().path().size())
                        .thenComparing(BY_ROLE)
                        .thenComparing(mailbox -> mailbox.name().leaf(), texts.order()))
                .forEach(mailbox -> {
                    List<FolderNode> below = children.getOrDefault(mailbox.name(), List.of());
                    FolderNode node = FolderNode.of(mailbox, below, current, look, texts);
                    siblings(children, mailbox.name()).add(node);
                    if (look.favourites().contains(node.address()) && node.selectable()) {
                        favourites.add(node.alone());
                    }
                });
        return new FolderTree(List.copyOf(children.getOrDefault(ROOT, List.of())), favourites);
    }

    private static final MailboxName ROOT = MailboxName.of("\u0001root");

    private static List<FolderNode> siblings(Map<MailboxName, List<FolderNode>> children, MailboxName name) {
        return children.computeIfAbsent(name.parent().orElse(ROOT), parent -> new ArrayList<>());
    }
}
