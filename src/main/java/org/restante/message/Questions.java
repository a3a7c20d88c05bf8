package org.restante.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.restante.folder.FolderLabel;
import org.restante.folder.FolderNode;
import org.restante.folder.FolderTree;
import org.restante.mailstore.Mailbox;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxRole;
import org.restante.mailstore.MessageSet;
import org.restante.message.Question.Answer;
import org.restante.web.Texts;

/** Makes the questions in the person's words. */
record Questions(MailboxName folder, ReturnTo returnTo, Texts texts) {

    /** Asks for the folder to move or copy messages to. */
    Question where(String act, SelectedMessages messages, List<Mailbox> mailboxes) {
        List<Answer> folders = new ArrayList<>();
        FolderTree tree = FolderTree.of(mailboxes, java.util.Optional.of(folder), texts);
        tree.roots().forEach(root -> addFolders(root, "", folders));
        String title = texts.get("message.ask." + act, messages.refs().size());
        return new Question(title, "", path(act), fields(messages), folders, true, back());
    }

    private void addFolders(FolderNode node, String above, List<Answer> folders) {
        String label = above + node.label();
        if (node.selectable() && !node.current()) {
            folders.add(new Answer(
                    "to", node.address(), label, node.role().isEmpty() ? "folder" : node.role(), "folder-choice"));
        }
        node.children().forEach(child -> addFolders(child, label + " / ", folders));
    }

    /** Asks whether a folder that messages are to go to may be made. */
    Question create(String act, MailboxRole role, SelectedMessages messages) {
        String name = FolderLabel.of(RoleFolder.usualName(role), role, texts);
        List<Answer> answers =
                List.of(new Answer("create", "true", texts.get("message.ask.createYes"), "", "button primary"));
        return new Question(
                texts.get("message.ask.create", name), "", path(act), fields(messages), answers, false, back());
    }

    /** Asks whether messages are to be removed for good. */
    Question destroy(SelectedMessages messages) {
        int count = messages.refs().size();
        return forGood(texts.get("message.ask.destroy", count), "destroy", fields(messages), "sure", "true");
    }

    /** Asks whether all that is marked, or all there is, is to be removed for good. */
    Question removeAll(String act, MessageSet messages, List<Mailbox> mailboxes) {
        String title = texts.get("message.ask." + act, messages.size(), FolderLabel.of(folder, mailboxes, texts));
        return forGood(title, act, fields(new SelectedMessages(folder, List.of())), "messages", messages.key());
    }

    private Question forGood(
            String title, String act, List<Map.Entry<String, String>> fields, String name, String value) {
        var yes = new Answer(name, value, texts.get("message.act.destroy"), "", "button danger");
        return new Question(title, texts.get("message.ask.noUndo"), path(act), fields, List.of(yes), false, back());
    }

    private List<Map.Entry<String, String>> fields(SelectedMessages messages) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        messages.refs().forEach(ref -> fields.add(Map.entry("ref", ref.key())));
        if (returnTo.page() != null) {
            fields.add(Map.entry("page", returnTo.page().toString()));
        }
        if (Boolean.TRUE.equals(returnTo.message())) {
            fields.add(Map.entry("message", "true"));
        }
        return fields;
    }

    private String path(String act) {
        return "/mail/" + folder.toAddress() + "/" + act;
    }

    private String back() {
        return "/mail/" + folder.toAddress()
                + (returnTo.page() == null || returnTo.page() <= 1 ? "" : "?page=" + returnTo.page());
    }
}
