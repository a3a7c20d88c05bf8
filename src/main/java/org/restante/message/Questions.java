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
import org.restante.settings.Label;
import org.restante.settings.Labels;
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

    /**
     * Asks which label to set or to take.
     *
     * @param bearing how many of the messages bear each label
     */
    Question label(SelectedMessages messages, Labels labels, Map<Label, Integer> bearing) {
        int all = messages.refs().size();
        List<Answer> answers = new ArrayList<>();
        for (Label label : labels.all()) {
            if (bearing.getOrDefault(label, 0) < all) {
                answers.add(new Answer("set", label.keyword(), label.name(), "label", style(label)));
            }
        }
        for (Label label : labels.all()) {
            if (bearing.getOrDefault(label, 0) > 0) {
                String text = texts.get("message.ask.unlabel", label.name());
                answers.add(new Answer("take", label.keyword(), text, "unlabel", style(label)));
            }
        }
        return new Question(
                texts.get("message.ask.label", all), "", path("label"), fields(messages), answers, true, back());
    }

    private static String style(Label label) {
        return "folder-choice colour-" + label.colour();
    }

    /** Asks whether all that is unread may be marked as read. */
    Question seeAll(MessageSet messages, List<Mailbox> mailboxes) {
        String title = texts.get("message.ask.seeAll", messages.size(), FolderLabel.of(folder, mailboxes, texts));
        var yes = new Answer("messages", messages.key(), texts.get("message.act.seen"), "", "button primary");
        var none = new SelectedMessages(folder, List.of());
        return new Question(title, "", path("all-seen"), fields(none), List.of(yes), false, back());
    }

    /** Asks whether a folder that messages are to go to may be made. */
    Question create(String act, MailboxRole role, SelectedMessages messages) {
        String name = FolderLabel.of(RoleFolder.usualName(role), role, texts);
        List<Answer> answers =
                List.of(new Answer("create", "true", texts.get("message.ask.createYes"), "", "button primary"));
        return new Question(
                texts.get("message.ask.create", name), "", path(act), fields(messages), answers, false, back());
    }

    /**
     * Asks whether messages are to be removed for good.
     *
     * @param exact whether that is sure to leave others alone
     */
    Question destroy(SelectedMessages messages, boolean exact) {
        int count = messages.refs().size();
        return forGood(texts.get("message.ask.destroy", count), "destroy", fields(messages), "sure", "true", exact);
    }

    /** Asks whether all that is marked, or all there is, is to be removed for good. */
    Question removeAll(String act, MessageSet messages, boolean exact, List<Mailbox> mailboxes) {
        String title = texts.get("message.ask." + act, messages.size(), FolderLabel.of(folder, mailboxes, texts));
        return forGood(title, act, fields(new SelectedMessages(folder, List.of())), "messages", messages.key(), exact);
    }

    private Question forGood(
            String title,
            String act,
            List<Map.Entry<String, String>> fields,
            String name,
            String value,
            boolean exact) {
        var yes = new Answer(name, value, texts.get("message.act.destroy"), "", "button danger");
        String hint = texts.get("message.ask.noUndo") + (exact ? "" : " " + texts.get("message.ask.noUidplus"));
        return new Question(title, hint, path(act), fields, List.of(yes), false, back());
    }

    private List<Map.Entry<String, String>> fields(SelectedMessages messages) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        if (messages.selection() != null) {
            fields.add(Map.entry("selection", messages.selection()));
        } else {
            messages.refs().forEach(ref -> fields.add(Map.entry("ref", ref.key())));
        }
        if (returnTo.page() != null) {
            fields.add(Map.entry("page", returnTo.page().toString()));
        }
        if (returnTo.filter() != null) {
            fields.add(Map.entry("filter", returnTo.filter()));
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
