package org.restante.mailstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How every mail store searches. */
public abstract class SearchContract extends SortContract {

    private static final int MESSAGES = Boolean.getBoolean("restante.endurance") ? 1000 : 60;
    private static final int QUERIES = 100;
    private static final int BLOCK = 25;

    @Test
    void finds_exactly_what_a_naive_reader_finds() throws IOException {
        Random random = new Random(9);
        List<SearchableMessage> messages = Stream.iterate(1, number -> number + 1)
                .limit(MESSAGES)
                .map(number -> SearchableMessage.of(number, random))
                .toList();
        for (SearchableMessage message : messages) {
            other().append("INBOX", "", message.octets());
        }
        List<MessageSummary> rows = new ArrayList<>();
        for (int number = 1; rows.size() < MESSAGES; number++) {
            rows.addAll(page(new PageRequest.Numbered(number, 500)).rows());
        }
        rows.sort(Comparator.comparing(row -> row.ref().uid()));
        for (int i = 0; i < MESSAGES; i++) {
            MessageRef ref = rows.get(i).ref();
            Set<Flag> flags = messages.get(i).flags();
            // Where the server keeps no messages for us, only those that were read have a text.
            read(mailbox -> mailbox.source(ref).readAllBytes());
            if (!flags.isEmpty()) {
                write(mailbox -> mailbox.addFlags(List.of(ref), flags));
            }
        }
        for (int i = 0; i < QUERIES; i++) {
            Criterion criterion = criterion(random, 3);
            List<Integer> expected = messages.stream()
                    .filter(message -> message.is(criterion))
                    .map(SearchableMessage::number)
                    .sorted(Comparator.reverseOrder())
                    .toList();
            assertThat(numbers(search(criterion))).as("%s", criterion).isEqualTo(expected);
        }
    }

    @Test
    void takes_whatever_is_looked_for_as_text() throws IOException {
        other().append("INBOX", "Subject: {5} \"x\\y\" (z) * % &AOk-\n\nText\n");

        for (String text : List.of("{5}", "\"x\\", "(z) *", "% &AOk-", "x\\y\" (z)")) {
            assertThat(search(new Criterion.Contains(Criterion.Field.SUBJECT, text)))
                    .as(text)
                    .hasSize(1);
        }
        for (String text : List.of("{5+}", "é{3+}", "😀", "\ufffd", "\u560d\u560aA2 LOGOUT", ")", "\") ALL", "%%")) {
            assertThat(search(new Criterion.Contains(Criterion.Field.SUBJECT, text)).stream()
                            .filter(row -> !row.envelope().subject().contains(text)))
                    .as(text)
                    .isEmpty();
        }
        assertThat(page(new PageRequest.Numbered(1, 10)).rows()).hasSize(1);
    }

    @Test
    void finds_nothing_in_an_empty_folder_and_passes_over_what_is_gone() throws IOException {
        assertThat(search(new Criterion.AllOf(List.of()))).isEmpty();
        MessageRef there = append("Subject: one\n\nText\n").ref();
        MessageRef absent = new MessageRef(MailboxName.INBOX, there.uidValidity(), new Uid(4_000_000));

        List<MessageSummary> found = read(mailbox -> mailbox.messages(List.of(absent, there)));
        assertThat(found).extracting(MessageSummary::ref).containsExactly(there);
        List<MessageSummary> none = read(mailbox -> mailbox.messages(List.of()));
        assertThat(none).isEmpty();
    }

    private List<MessageSummary> search(Criterion criterion) throws IOException {
        return read(mailbox -> {
            List<MessageSummary> found = new ArrayList<>();
            Optional<SearchPosition> next = Optional.of(SearchPosition.START);
            while (next.isPresent()) {
                SearchedBlock block = mailbox.search(criterion, next.get(), BLOCK);
                List<MessageRef> refs = block.found().stream()
                        .map(uid -> new MessageRef(MailboxName.INBOX, block.uidValidity(), uid))
                        .toList();
                found.addAll(mailbox.messages(refs));
                next = block.next();
            }
            return found;
        });
    }

    private static List<Integer> numbers(List<MessageSummary> found) {
        return found.stream()
                .map(row -> row.envelope().subject())
                .map(subject -> Integer.valueOf(subject.substring(subject.lastIndexOf("no") + 2)))
                .toList();
    }

    private static Criterion criterion(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 11 : 8)) {
            case 0, 1, 2 ->
                new Criterion.Contains(
                        random.nextBoolean() ? Criterion.Field.SUBJECT : Criterion.Field.BODY,
                        SearchableMessage.word(random));
            case 3 -> person(random);
            case 4 -> new Criterion.Bears(SearchableMessage.FLAGS.get(random.nextInt(SearchableMessage.FLAGS.size())));
            case 5 -> new Criterion.HasAttachment();
            case 6 -> {
                LocalDate day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(120));
                yield random.nextBoolean() ? new Criterion.SentBefore(day) : new Criterion.SentSince(day);
            }
            case 7 ->
                random.nextBoolean()
                        ? new Criterion.Larger(500 + random.nextInt(3000))
                        : new Criterion.Smaller(500 + random.nextInt(3000));
            case 8 -> new Criterion.Not(criterion(random, depth - 1));
            case 9 -> new Criterion.AllOf(List.of(criterion(random, depth - 1), criterion(random, depth - 1)));
            default -> new Criterion.AnyOf(List.of(criterion(random, depth - 1), criterion(random, depth - 1)));
        };
    }

    private static Criterion person(Random random) {
        Criterion.Field field = List.of(Criterion.Field.FROM, Criterion.Field.TO, Criterion.Field.CC)
                .get(random.nextInt(3));
        String name = SearchableMessage.NAMES.get(random.nextInt(SearchableMessage.NAMES.size()));
        return new Criterion.Contains(
                field, random.nextBoolean() ? name : field.name().toLowerCase() + random.nextInt(4) + "@example");
    }
}
