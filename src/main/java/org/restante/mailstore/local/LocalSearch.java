package org.restante.mailstore.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.restante.mailstore.Flag;
import org.restante.mailstore.Found;
import org.restante.mailstore.MessageFilter;
import org.restante.mailstore.MessageSet;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.Uid;
import org.restante.mime.Display;
import org.restante.mime.Part;

/** Finds the messages of a mailbox that fulfil a filter: by flags all of them, by what header sections say the newest. */
final class LocalSearch {

    private static final int MOST_HEADERS = 10_000;
    private static final int AT_ONCE = 500;

    private final LocalServices services;
    private final Box box;

    LocalSearch(LocalServices services, Box box) {
        this.services = services;
        this.box = box;
    }

    Found find(MessageFilter filter) {
        if (filter instanceof MessageFilter.With with) {
            return byFlags(flags -> flags.contains(with.flag()));
        } else if (filter instanceof MessageFilter.Without without) {
            return byFlags(flags -> !flags.contains(without.flag()));
        } else if (filter instanceof MessageFilter.To to) {
            return byHeader(message -> names(message, to.address()));
        }
        return filter instanceof MessageFilter.Attachments
                ? byHeader(LocalSearch::hasAttachment)
                : byFlags(flags -> true);
    }

    private Found byFlags(Predicate<Set<Flag>> such) {
        return new Found(
                new MessageSet(box.name(), box.uidValidity(), services.flags().find(box, such)), 0);
    }

    private Found byHeader(Predicate<MessageSummary> such) {
        List<Uid> found = new ArrayList<>();
        for (int at = 0; at < MOST_HEADERS; at += AT_ONCE) {
            List<MessageRow> rows = services.messages().page(box, at, AT_ONCE);
            rows.stream()
                    .map(row -> row.summary(box))
                    .filter(such)
                    .forEach(message -> found.add(message.ref().uid()));
            if (rows.size() < AT_ONCE) {
                return new Found(new MessageSet(box.name(), box.uidValidity(), found), 0);
            }
        }
        return new Found(new MessageSet(box.name(), box.uidValidity(), found), MOST_HEADERS);
    }

    private static boolean names(MessageSummary message, String address) {
        return Stream.concat(message.envelope().to().stream(), message.envelope().cc().stream())
                .anyMatch(each -> each.address().equalsIgnoreCase(address));
    }

    /** Before the content is there only the root is known. */
    private static boolean hasAttachment(MessageSummary message) {
        Part root = message.structure();
        boolean rootAlone = root.children().isEmpty() && root.isOf("multipart");
        return rootAlone ? root.type().equals("multipart/mixed") : Display.hasAttachment(root);
    }
}
