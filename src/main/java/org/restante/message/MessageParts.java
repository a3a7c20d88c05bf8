package org.restante.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.OpenMailbox;
import org.restante.mime.Display;
import org.restante.mime.Part;
import org.restante.mime.PartId;
import org.restante.mime.TransferEncoding;
import org.restante.mime.tnef.Winmail;

/** Finds and reads parts of a message, those that Outlook packed into one (winmail.dat) included. */
final class MessageParts {

    /** Octets of a text that says nothing: line breaks. */
    private static final int EMPTY = 4;

    private MessageParts() {}

    /**
     * Returns a part that has content.
     *
     * @throws MailFailure.Gone where the message has none of that number
     */
    static Part find(OpenMailbox mailbox, MessageRef ref, PartId part) {
        Part root = mailbox.structure(ref);
        return root.find(part)
                .or(() -> opened(mailbox, ref, root).find(part))
                .filter(candidate -> !candidate.isOf("multipart"))
                .orElseThrow(() -> gone(part));
    }

    static MailFailure.Gone gone(PartId part) {
        return new MailFailure.Gone(MailFailure.Gone.Kind.PART, "no part " + part);
    }

    /** Returns what is in a part, without its transfer encoding. */
    static InputStream decoded(OpenMailbox mailbox, MessageRef ref, Part part) throws IOException {
        return TransferEncoding.decode(part.encoding(), encoded(mailbox, ref, part));
    }

    /** Returns what is in a part, in its transfer encoding. */
    static InputStream encoded(OpenMailbox mailbox, MessageRef ref, Part part) throws IOException {
        PartId id = part.id().orElseThrow();
        Part root = mailbox.structure(ref);
        if (id.parent().isEmpty() || root.find(id).isPresent()) {
            return mailbox.content(ref, id);
        }
        PartId outer = id.parent().get();
        return Winmail.content(decoded(mailbox, ref, find(mailbox, ref, outer)), id.last());
    }

    /** Returns the message with what Outlook packed as parts of their own. */
    static MessageSummary opened(OpenMailbox mailbox, MessageSummary message) {
        return message.with(opened(mailbox, message.ref(), message.structure()));
    }

    private static Part opened(OpenMailbox mailbox, MessageRef ref, Part root) {
        if (root.flattened().noneMatch(Winmail::is)) {
            return root;
        }
        boolean withText = isWithoutText(root);
        return root.replacingLeaves(part -> Winmail.is(part) ? opened(mailbox, ref, part, withText) : part);
    }

    private static Part opened(OpenMailbox mailbox, MessageRef ref, Part part, boolean withText) {
        if (part.size() > Winmail.MOST_OCTETS) {
            return part;
        }
        try {
            return Winmail.open(part, () -> decoded(mailbox, ref, part), withText);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isWithoutText(Part root) {
        Display display = Display.of(root);
        return Stream.of(display.textBody(), display.htmlBody())
                .flatMap(List::stream)
                .noneMatch(part -> part.isOf("text") && part.size() > EMPTY);
    }
}
