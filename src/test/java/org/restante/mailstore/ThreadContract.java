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

    /** Answers to any message before, some of which are not there, with all that those refer to or only with the last of it. */
    private static Letter letter(int number, List<Letter> before, Random random) {
        Instant sent = Instant.parse("2026-03-01T10:00:00Z").plusSeconds(3_600L * number);
        if (number < 6 || random.nextInt(4) == 0) {
            String subject = number % 2 == 0 ? SUBJECTS.get(random.nextInt(SUBJECTS.size())) : "Subject " + number;
            return new Letter(random.nextInt(8) == 0 ? "" : id(number), "", "", subject, sent);
        }
        Letter answered = before.get(random.nextInt(before.size()));
        String references = (answered.references + " " + answered.id).strip();
        String subject = answered.subject.isEmpty() ? "" : "Re: " + answered.subject;
        return switch (random.nextInt(3)) {
            case 0 -> new Letter(id(number), "", answered.id, subject, sent);
            case 1 -> new Letter(id(number), answered.id, "", subject, sent);
            default -> new Letter(id(number), references, answered.id, subject, sent);
        };
    }

    private static String id(int number) {
        return "<m" + number + "@example.org>";
    }

    @Test
    void puts_messages_together_as_they_refer_to_each_other() throws IOException {
        Random random = new Random(11);
        List<Letter> letters = new ArrayList<>();
        for (int number = 0; number < MESSAGES; number++) {
            letters.add(letter(number, letters, random));
        }
        letters.removeIf(letter -> random.nextInt(6) == 0);
        for (Letter letter : letters) {
            other().append("INBOX", letter.source());
        }
        List<MessageRef> refs = page(new PageRequest.Numbered(1, MESSAGES)).rows().stream()
                .map(MessageSummary::ref)
                .sorted(Comparator.comparing(MessageRef::uid))
                .toList();
        List<ThreadedMessage> expected = new ArrayList<>();
        for (int i = 0; i < letters.size(); i++) {
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
