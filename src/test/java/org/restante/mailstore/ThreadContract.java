package org.restante.mailstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How every mail store tells which messages belong together. */
public abstract class ThreadContract extends MailStoreContract {

    private static final int MESSAGES = 48;
    private static final List<String> SUBJECTS = List.of(
            "Plan", "Re: Plan", "Fwd: [x] Plan", "Budget", "RE: Budget", "", "[list] Lunch", "Re: [list] Lunch (fwd)");

    private record Letter(String id, String references, String inReplyTo, String subject, Instant sent) {

        String source() {
            return "From: a@b.example\n" + field("Message-ID", id) + field("References", references)
                    + field("In-Reply-To", inReplyTo) + field("Subject", subject)
                    + field("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(sent.atOffset(ZoneOffset.UTC)))
                    + "\nText\n";
        }

        private static String field(String name, String value) {
            return value.isEmpty() ? "" : name + ": " + value + "\n";
        }
    }

    /** Some refer to messages that are not there, to later ones, to each other in a circle, or bear the Message-ID of another. */
    private static Letter letter(int number, Random random) {
        String id = random.nextInt(12) == 0 ? "" : id(random.nextInt(15) == 0 ? random.nextInt(MESSAGES) : number);
        List<String> references = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            references.add(id(random.nextInt(MESSAGES + 6)));
        }
        boolean direct = random.nextInt(3) == 0;
        return new Letter(
                id,
                direct ? "" : String.join(" ", references),
                direct && !references.isEmpty() ? references.get(0) : "",
                number % 3 == 0 ? SUBJECTS.get(random.nextInt(SUBJECTS.size())) : "Subject " + number,
                Instant.parse("2026-03-01T10:00:00Z").plusSeconds(3_600L * random.nextInt(2_000) + number));
    }

    private static String id(int number) {
        return "<m" + number + "@example.org>";
    }

    @Test
    void puts_messages_together_as_they_refer_to_each_other() throws IOException {
        Random random = new Random(11);
        List<Letter> letters = new ArrayList<>();
        for (int number = 0; number < MESSAGES; number++) {
            letters.add(letter(number, random));
            other().append("INBOX", letters.get(number).source());
        }
        List<MessageRef> refs = page(new PageRequest.Numbered(1, MESSAGES)).rows().stream()
                .map(MessageSummary::ref)
                .sorted(Comparator.comparing(MessageRef::uid))
                .toList();
        List<ThreadedMessage> expected = new ArrayList<>();
        for (int i = 0; i < MESSAGES; i++) {
            Letter letter = letters.get(i);
            expected.add(ThreadedMessage.of(
                    refs.get(i), letter.id, letter.references, letter.inReplyTo, letter.subject, letter.sent));
        }

        Conversations found = read(mailbox -> mailbox.conversations());
        List<ThreadedMessage> told = read(mailbox -> mailbox.threaded(MESSAGES));

        assertThat(sets(found.all())).isEqualTo(sets(Threading.of(expected)));
        assertThat(found.searched()).isZero();
        assertThat(told).containsExactlyInAnyOrderElementsOf(expected);
        for (List<Uid> each : found.all()) {
            assertThat(found.with(each.get(0))).isEqualTo(each);
        }
        assertThat(read(mailbox -> mailbox.conversations()).all()).isEqualTo(found.all());
    }

    private static Set<Set<Uid>> sets(List<List<Uid>> conversations) {
        Set<Set<Uid>> sets = new HashSet<>();
        conversations.forEach(each -> sets.add(Set.copyOf(each)));
        return sets;
    }
}
