package org.restante.message;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.restante.folder.FolderLabel;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.Mailbox;
import org.restante.mailstore.MailboxRights;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.OpenMode;
import org.restante.settings.Preferences;
import org.restante.web.Dates;
import org.restante.web.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** A whole conversation on one page, and what can be done with all of it. */
@Controller
class ConversationController {

    @GetMapping("/mail/{folder}/{ref}/conversation")
    String conversation(
            MessageRef ref, MailStore mailStore, Preferences preferences, Texts texts, Dates dates, Model model)
            throws IOException {
        List<Mailbox> mailboxes = mailStore.mailboxes();
        MailboxRights rights = mailStore.open(ref.mailbox(), OpenMode.READ, mailbox -> mailbox.rights());
        Conversation conversation = Conversation.of(ref, mailboxes, mailStore);
        List<ConversationMessage> shown = new ArrayList<>();
        List<MessageSummary> messages = conversation.messages();
        for (int i = 0; i < messages.size(); i++) {
            MessageSummary message = messages.get(i);
            boolean open = i == messages.size() - 1 || message.ref().equals(ref) || !message.is(Flag.SEEN);
            shown.add(ConversationMessage.of(
                    message, FolderLabel.of(message.ref().mailbox(), mailboxes, texts), open, texts, dates));
        }
        model.addAttribute("messages", shown);
        model.addAttribute(
                "own",
                messages.stream()
                        .map(MessageSummary::ref)
                        .filter(each -> each.mailbox().equals(ref.mailbox()))
                        .map(MessageRef::key)
                        .toList());
        model.addAttribute("subject", messages.isEmpty() ? "" : MessageRow.subject(messages.get(0), texts));
        model.addAttribute("left", conversation.left());
        model.addAttribute("searched", conversation.searched());
        model.addAttribute("folder", ref.mailbox().toAddress());
        model.addAttribute("folderTitle", FolderLabel.of(ref.mailbox(), mailboxes, texts));
        model.addAttribute("acts", FolderActs.of(ref.mailbox(), mailboxes, rights, preferences));
        return "message/conversation";
    }
}
