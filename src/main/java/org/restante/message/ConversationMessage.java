package org.restante.message;

import java.util.List;
import java.util.stream.Collectors;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MessageSummary;
import org.restante.mime.Address;
import org.restante.mime.Display;
import org.restante.web.Avatar;
import org.restante.web.Dates;
import org.restante.web.Texts;

/**
 * A message among others of its conversation; public, or expressions of its template could not be compiled.
 *
 * @param folder the address segment of its folder
 * @param folderLabel what people call that
 * @param open whether its text is shown at once
 */
public record ConversationMessage(
        String folder,
        String folderLabel,
        String ref,
        String who,
        String to,
        String date,
        String dateIso,
        String initials,
        int hue,
        boolean unread,
        boolean attachment,
        boolean open) {

    static ConversationMessage of(MessageSummary message, String folderLabel, boolean open, Texts texts, Dates dates) {
        String who = names(message.envelope().from());
        Avatar avatar = Avatar.of(message.envelope().from());
        return new ConversationMessage(
                message.ref().mailbox().toAddress(),
                folderLabel,
                message.ref().key(),
                who.isBlank() ? texts.get("message.noSender") : who,
                names(message.envelope().to()),
                dates.full(MessageRow.sent(message)),
                MessageRow.sent(message).toString(),
                avatar.initials(),
                avatar.hue(),
                !message.is(Flag.SEEN),
                Display.hasAttachment(message.structure()),
                open);
    }

    private static String names(List<Address> people) {
        return people.stream().map(Address::display).collect(Collectors.joining(", "));
    }
}
