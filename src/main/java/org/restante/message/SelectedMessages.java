package org.restante.message;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxWork;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.MessageSet;
import org.restante.mailstore.OpenMode;

/**
 * The messages of one folder that a form acts on.
 *
 * @param refs all of one UIDVALIDITY; at most 1,000, or as many as were selected at once; none where nothing was selected
 * @param selection what names them in {@link Selections}; null where each was ticked
 */
record SelectedMessages(
        MailboxName folder, List<MessageRef> refs, @Nullable String selection) {

    private static final int MOST = 1000;

    SelectedMessages(MailboxName folder, List<MessageRef> refs) {
        this(folder, refs, null);
    }

    static SelectedMessages of(MailboxName folder, List<MessageRef> refs) {
        if (refs.size() > MOST
                || refs.stream().map(MessageRef::uidValidity).distinct().count() > 1) {
            throw new IllegalArgumentException("not messages that can be acted on together");
        }
        return new SelectedMessages(folder, refs);
    }

    static SelectedMessages of(MessageSet messages, @Nullable String selection) {
        return new SelectedMessages(messages.mailbox(), messages.refs(), selection);
    }

    /** Does the work on their mailbox and returns what came of it; where nothing was selected, the other result. */
    <T> T change(MailStore mailStore, T nothing, MailboxWork<T> work) throws IOException {
        return refs.isEmpty() ? nothing : mailStore.open(folder, OpenMode.WRITE, work);
    }
}
