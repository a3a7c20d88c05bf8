package org.restante.message;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MessagePage;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.OpenMailbox;
import org.restante.mailstore.OpenMode;
import org.restante.mailstore.PageRequest;
import org.restante.settings.AfterActing;
import org.restante.settings.Preferences;

/** Finds the message beside an open one, for pages without scripts: with them the list is there, and says it. */
final class Neighbour {

    private Neighbour() {}

    /**
     * Returns the message that the person wants to see after an act that ends the reading of the open one; to be asked before the act, which
     * may take it out of the list.
     *
     * @return empty: the list is wanted, or there is no such message
     */
    static Optional<MessageRef> afterActing(
            SelectedMessages messages, ReturnTo returnTo, Preferences preferences, MailStore mailStore)
            throws IOException {
        AfterActing wanted = preferences.afterActing();
        if (wanted == AfterActing.LIST || !returnTo.isOfOpenMessage(messages)) {
            return Optional.empty();
        }
        MessageRef ref = messages.refs().get(0);
        int page = returnTo.page() == null ? 1 : Math.max(1, returnTo.page());
        return mailStore.open(
                ref.mailbox(),
                OpenMode.READ,
                mailbox -> wanted == AfterActing.NEXT
                        ? last(refs(page(mailbox, new PageRequest.Below(ref, 1))))
                        : above(mailbox, ref, page, preferences.pageSize()));
    }

    /** Looks at the page that led to the message, and for its first row at the one before. */
    private static Optional<MessageRef> above(OpenMailbox mailbox, MessageRef ref, int number, int size) {
        MessagePage page = page(mailbox, new PageRequest.Numbered(number, size));
        List<MessageRef> rows = refs(page);
        int at = rows.indexOf(ref);
        if (at == 0 && page.offset() >= size) {
            int before = (int) (page.offset() / size);
            return last(refs(page(mailbox, new PageRequest.Numbered(before, size))));
        }
        return at > 0 ? Optional.of(rows.get(at - 1)) : Optional.empty();
    }

    private static MessagePage page(OpenMailbox mailbox, PageRequest request) {
        return mailbox.view(request).page();
    }

    private static List<MessageRef> refs(MessagePage page) {
        return page.rows().stream().map(MessageSummary::ref).toList();
    }

    private static Optional<MessageRef> last(List<MessageRef> refs) {
        return refs.isEmpty() ? Optional.empty() : Optional.of(refs.get(refs.size() - 1));
    }
}
