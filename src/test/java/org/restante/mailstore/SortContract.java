package org.restante.mailstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.restante.mailstore.MessageOrder.Key;

/** How every mail store puts messages in order. */
public abstract class SortContract extends ThreadContract {

    private static final int MESSAGES = 23;
    private static final Map<Key, Function<SearchableMessage, Comparable<?>>> KEYS = Map.of(
            Key.ARRIVAL, message -> -message.number(),
            Key.DATE, message -> -message.day().toEpochDay(),
            Key.FROM, message -> message.from().replaceFirst(" <.*", "").toUpperCase(Locale.ROOT),
            Key.TO, message -> message.to().replaceFirst(" <.*", "").toUpperCase(Locale.ROOT),
            Key.SUBJECT, message -> message.subject().replaceFirst("^Re: ", "").toUpperCase(Locale.ROOT),
            Key.FLAGGED, message -> !message.flags().contains(Flag.FLAGGED),
            Key.UNREAD, message -> message.flags().contains(Flag.SEEN));

    @Test
    void puts_messages_in_every_order_page_by_page() throws IOException {
        List<SearchableMessage> messages = delivered();
        for (Key key : KEYS.keySet()) {
            for (boolean reversed : List.of(false, true)) {
                List<SearchableMessage> listed = listed(new MessageOrder(key, reversed), messages);
                assertThat(listed).as("%s %s", key, reversed).hasSize(MESSAGES).doesNotHaveDuplicates();
                assertThat(listed.stream().map(KEYS.get(key)).toList())
                        .as("%s %s", key, reversed)
                        .isEqualTo(expected(messages, key, reversed));
            }
        }
        assertThat(view(new MessageOrder(Key.SIZE, false), new PageRequest.Numbered(1, 50))
                        .rows())
                .extracting(MessageSummary::size)
                .isSortedAccordingTo(Comparator.reverseOrder());
        other().append("INBOX", "Subject: !\nFrom: x@y.example\nDate: Mon, 1 Jan 2024 10:00:00 +0000\n\nText\n");
        MessageOrder bySubject = new MessageOrder(Key.SUBJECT, false);
        assertThat(view(bySubject, new PageRequest.Numbered(1, 5))
                        .rows()
                        .get(0)
                        .envelope()
                        .subject())
                .isEqualTo("!");
        MessageSet few = read(mailbox -> mailbox.with(Flag.FLAGGED));
        MessagePage flagged = read(mailbox ->
                        mailbox.view(bySubject, Optional.of(few), new PageRequest.Numbered(1, 50)))
                .view()
                .page();
        assertThat(flagged.total()).isEqualTo(few.size());
        assertThat(flagged.rows()).hasSize(few.size()).allMatch(row -> row.is(Flag.FLAGGED));
    }

    private List<SearchableMessage> delivered() throws IOException {
        Random random = new Random(5);
        List<SearchableMessage> messages = IntStream.rangeClosed(1, MESSAGES)
                .mapToObj(number -> SearchableMessage.of(number, random))
                .toList();
        for (SearchableMessage message : messages) {
            other().append("INBOX", "", message.octets());
        }
        List<MessageSummary> rows =
                new ArrayList<>(page(new PageRequest.Numbered(1, 50)).rows());
        rows.sort(Comparator.comparing(row -> row.ref().uid()));
        for (int i = 0; i < MESSAGES; i++) {
            MessageRef ref = rows.get(i).ref();
            Set<Flag> flags = messages.get(i).flags();
            if (!flags.isEmpty()) {
                write(mailbox -> mailbox.addFlags(List.of(ref), flags));
            }
        }
        return messages;
    }

    private List<SearchableMessage> listed(MessageOrder order, List<SearchableMessage> messages) throws IOException {
        List<MessageSummary> rows =
                new ArrayList<>(view(order, new PageRequest.Numbered(1, 9)).rows());
        MessageRef last = rows.get(rows.size() - 1).ref();
        rows.addAll(view(order, new PageRequest.Below(last, 9)).rows());
        rows.addAll(view(order, new PageRequest.Numbered(3, 9)).rows());
        return rows.stream()
                .map(row -> row.envelope().subject())
                .map(subject -> Integer.parseInt(subject.substring(subject.lastIndexOf("no") + 2)))
                .map(number -> messages.get(number - 1))
                .toList();
    }

    private MessagePage view(MessageOrder order, PageRequest request) throws IOException {
        OrderedView ordered = read(mailbox -> mailbox.view(order, Optional.empty(), request));
        assertThat(ordered.ordered()).isZero();
        return ordered.view().page();
    }

    @SuppressWarnings("unchecked")
    private static List<Comparable<?>> expected(List<SearchableMessage> messages, Key key, boolean reversed) {
        Comparator<Comparable<?>> natural = (one, other) -> ((Comparable<Object>) one).compareTo(other);
        return messages.stream()
                .<Comparable<?>>map(KEYS.get(key))
                .sorted(reversed ? natural.reversed() : natural)
                .toList();
    }
}
