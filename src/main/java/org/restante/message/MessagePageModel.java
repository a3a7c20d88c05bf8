package org.restante.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.restante.folder.FolderLabel;
import org.restante.folder.FolderTree;
import org.restante.folder.TreeLook;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.MessageView;
import org.restante.mime.Display;
import org.restante.settings.Labels;
import org.restante.web.Avatar;
import org.restante.web.Dates;
import org.restante.web.Texts;

/**
 * What a message's page shows around the frame with its text.
 *
 * @param page the number of the list's page that led here
 * @param marks what is remarkable about the message, in words
 * @param labels those that it bears
 * @param attachments what can be downloaded, without the pictures that are shown in the text
 * @param pictures the pictures that are shown in the text
 * @param alternatives whether there is plain text to read instead of what was designed
 * @param body how the text is shown
 * @param cards events and contacts that came with it
 * @param trust what there is to say about the sender
 * @param remote what there is to say about pictures of other sites
 * @param designed whether HTML is shown
 */
record MessagePageModel(
        FolderTree tree,
        String folder,
        String folderTitle,
        int page,
        String ref,
        String subject,
        List<MessageField> fields,
        String date,
        String dateIso,
        Avatar avatar,
        List<String> marks,
        List<LabelChip> labels,
        boolean unread,
        boolean flagged,
        boolean deleted,
        boolean draft,
        List<AttachmentLink> attachments,
        List<AttachmentLink> pictures,
        boolean alternatives,
        BodyView body,
        MessageCards cards,
        RemoteNotice remote,
        List<TrustLine> trust,
        boolean designed) {

    static MessagePageModel of(
            MessageView view,
            int page,
            BodyView body,
            MessageCards cards,
            RemoteNotice remote,
            List<TrustLine> trust,
            Labels labels,
            TreeLook tree,
            Texts texts,
            Dates dates) {
        MessageSummary message = view.message();
        MailboxName folder = message.ref().mailbox();
        Instant sent = MessageRow.sent(message);
        Display display = Display.of(message.structure());
        return new MessagePageModel(
                FolderTree.of(view.mailboxes(), Optional.of(folder), tree, texts),
                folder.toAddress(),
                FolderLabel.of(folder, view.mailboxes(), texts),
                page,
                message.ref().key(),
                MessageRow.subject(message, texts),
                MessageField.of(message.envelope(), texts),
                dates.full(sent),
                dates.iso(sent),
                Avatar.of(message.envelope().from()),
                marks(message, texts),
                LabelChip.of(message, labels),
                !message.is(Flag.SEEN),
                message.is(Flag.FLAGGED),
                message.is(Flag.DELETED),
                message.is(Flag.DRAFT),
                attachments(display, false, texts),
                attachments(display, true, texts),
                display.hasAlternatives(),
                body,
                cards,
                remote,
                trust,
                display.hasHtml() && !(body.text() && display.hasAlternatives()));
    }

    private static List<AttachmentLink> attachments(Display display, boolean inline, Texts texts) {
        return display.listed().stream()
                .filter(attachment -> attachment.inline() == inline)
                .map(attachment -> AttachmentLink.of(attachment, texts))
                .toList();
    }

    private static List<String> marks(MessageSummary message, Texts texts) {
        List<String> marks = new ArrayList<>();
        if (message.is(Flag.FLAGGED)) {
            marks.add(texts.get("message.mark.flagged"));
        }
        if (message.is(Flag.ANSWERED)) {
            marks.add(texts.get("message.mark.answered"));
        }
        if (message.is(Flag.FORWARDED)) {
            marks.add(texts.get("message.mark.forwarded"));
        }
        if (message.is(Flag.DELETED)) {
            marks.add(texts.get("message.mark.deleted"));
        }
        return marks;
    }
}
