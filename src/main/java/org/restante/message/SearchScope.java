package org.restante.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.restante.folder.FolderLabel;
import org.restante.folder.FolderNode;
import org.restante.folder.FolderTree;
import org.restante.mailstore.Mailbox;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxRole;
import org.restante.web.Texts;

/** Which folders a search looks into: all but trash and junk, unless the query says it. */
final class SearchScope {

    private static final String ANYWHERE = "anywhere";
    private static final Set<MailboxRole> APART = Set.of(MailboxRole.TRASH, MailboxRole.JUNK);

    private SearchScope() {}

    /** Returns the folders, in the order of the tree; empty where there is none of that name. */
    static List<MailboxName> of(Optional<String> scope, FolderTree tree, List<Mailbox> mailboxes, Texts texts) {
        List<Mailbox> all = new ArrayList<>();
        tree.roots().forEach(root -> add(root, mailboxes, all));
        if (scope.isEmpty()) {
            return all.stream()
                    .filter(mailbox -> mailbox.role().filter(APART::contains).isEmpty())
                    .map(Mailbox::name)
                    .toList();
        }
        String wanted = scope.get();
        if (wanted.equalsIgnoreCase(ANYWHERE)) {
            return all.stream().map(Mailbox::name).toList();
        }
        return all.stream()
                .filter(mailbox -> names(mailbox, mailboxes, texts).anyMatch(wanted::equalsIgnoreCase))
                .map(Mailbox::name)
                .limit(1)
                .toList();
    }

    private static void add(FolderNode node, List<Mailbox> mailboxes, List<Mailbox> all) {
        if (node.selectable()) {
            mailboxes.stream()
                    .filter(mailbox -> mailbox.name().toAddress().equals(node.address()))
                    .forEach(all::add);
        }
        node.children().forEach(child -> add(child, mailboxes, all));
    }

    private static Stream<String> names(Mailbox mailbox, List<Mailbox> mailboxes, Texts texts) {
        return Stream.of(
                mailbox.name().toAddress(),
                String.join("/", mailbox.name().path()),
                mailbox.role().map(MailboxRole::name).orElse("").toLowerCase(Locale.ROOT),
                FolderLabel.of(mailbox.name(), mailboxes, texts));
    }
}
