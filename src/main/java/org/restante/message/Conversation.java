package org.restante.message;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.restante.mailstore.Conversations;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.Mailbox;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxRole;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.OpenMode;
import org.restante.mailstore.ThreadedMessage;

/**
 * A message and those that belong together with it, in its folder and in that of what was sent.
 *
 * @param messages in the order in which they were sent
 * @param left how many older ones of them are not here
 * @param searched of how many of the folder's newest messages; 0: of all
 */
record Conversation(List<MessageSummary> messages, int left, long searched) {

    private static final int MOST = 200;
    private static final int MOST_SENT = 2_000;

    static Conversation of(MessageRef ref, List<Mailbox> mailboxes, MailStore store) throws IOException {
        Optional<MailboxName> sent = mailboxes.stream()
                .filter(mailbox ->
                        mailbox.role().filter(MailboxRole.SENT::equals).isPresent())
                .map(Mailbox::name)
                .filter(name -> !name.equals(ref.mailbox()))
                .findFirst();
        Conversation here = store.open(ref.mailbox(), OpenMode.READ, mailbox -> {
            mailbox.message(ref);
            Conversations all = mailbox.conversations();
            List<MessageRef> refs = all.with(ref.uid()).stream()
                    .map(uid -> new MessageRef(ref.mailbox(), ref.uidValidity(), uid))
                    .toList();
            int left = Math.max(0, refs.size() - MOST);
            return new Conversation(mailbox.messages(refs.subList(left, refs.size())), left, all.searched());
        });
        List<MessageSummary> messages = new ArrayList<>(here.messages);
        if (sent.isPresent()) {
            messages.addAll(answers(here.messages, sent.get(), store));
        }
        messages.sort(Comparator.comparing(MessageRow::sent));
        return new Conversation(messages, here.left, here.searched);
    }

    /** Returns what was sent that refers to one of the messages, or that one of them refers to. */
    private static List<MessageSummary> answers(List<MessageSummary> messages, MailboxName sent, MailStore store)
            throws IOException {
        Set<String> ids = new HashSet<>();
        messages.forEach(message -> {
            ids.add(message.envelope().messageId());
            ids.add(message.envelope().inReplyTo());
        });
        ids.remove("");
        return store.open(sent, OpenMode.READ, mailbox -> {
            List<MessageRef> refs = mailbox.threaded(MOST_SENT).stream()
                    .filter(each -> ids.contains(each.id())
                            || each.references().stream().anyMatch(ids::contains))
                    .map(ThreadedMessage::ref)
                    .limit(MOST)
                    .toList();
            return mailbox.messages(refs);
        });
    }
}
