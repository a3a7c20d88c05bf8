package org.restante.message;

import java.io.IOException;
import java.util.List;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxWork;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.OpenMode;

/**
 * The messages of one folder that a form acts on.
 *
 * @param refs at most 1,000, all of one UIDVALIDITY; none where nothing was selected
 */
record SelectedMessages(MailboxName folder, List<MessageRef> refs) {

    private static final int MOST = 1000;

    static SelectedMessages of(MailboxName folder, List<MessageRef> refs) {
        if (refs.size() > MOST
                || refs.stream().map(MessageRef::uidValidity).distinct().count() > 1) {
            throw new IllegalArgumentException("not messages that can be acted on together");
        }
        return new SelectedMessages(folder, refs);
    }

    /** Does the work on their mailbox and returns what came of it; where nothing was selected, the other result. */
    <T> T change(MailStore mailStore, T nothing, MailboxWork<T> work) throws IOException {
        return refs.isEmpty() ? nothing : mailStore.open(folder, OpenMode.WRITE, work);
    }
}
