package org.restante.mailstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which messages belong together (RFC 5256 §3, REFERENCES). */
class ThreadingTest {

    private final List<ThreadedMessage> messages = new ArrayList<>();

    private void message(String id, String references, String subject) {
        int number = messages.size() + 1;
        MessageRef ref = new MessageRef(MailboxName.INBOX, new UidValidity(1), new Uid(number));
        Instant sent = Instant.EPOCH.plus(Duration.ofHours(number));
        messages.add(ThreadedMessage.of(ref, id, references, "", subject, sent));
    }

    private List<String> threads() {
        return Threading.of(messages).stream()
                .map(each -> each.stream().map(Uid::toString).collect(Collectors.joining(" ")))
                .sorted()
                .toList();
    }

    @Test
    void follows_references_even_to_what_is_not_there() {
        message("<a@x>", "", "One");
        message("<b@x>", "<a@x>", "Two");
        message("<c@x>", "<a@x> <gone@x>", "Three");
        message("<d@x>", "<gone@x>", "Four");
        message("<e@x>", "<other@x>", "Five");
        message("<f@x>", "<other@x>", "Six");

        assertThat(threads()).containsExactly("1 2 3 4", "5 6");
    }

    @Test
    void joins_answers_by_their_subject() {
        message("<a@x>", "", "Lunch");
        message("<b@x>", "", "Re: lunch");
        message("<c@x>", "", "[list] Fwd: Lunch (fwd)");
        message("<d@x>", "", "Dinner");
        message("<e@x>", "", "");
        message("<f@x>", "", "Re:");

        assertThat(threads()).containsExactly("1 2 3", "4", "5", "6");
    }

    @Test
    void takes_a_message_with_the_id_of_another_for_one_of_its_own() {
        message("<a@x>", "", "One");
        message("<a@x>", "", "Two");
        message("<b@x>", "<a@x>", "Three");
        message("", "", "Four");

        assertThat(threads()).containsExactly("1 3", "2", "4");
    }

    @Test
    void circles_come_to_an_end() {
        message("<a@x>", "<b@x>", "One");
        message("<b@x>", "<c@x>", "Two");
        message("<c@x>", "<a@x>", "Three");
        message("<d@x>", "<d@x>", "Four");
        message("<e@x>", "<f@x> <e@x> <f@x>", "Five");

        assertThat(threads()).containsExactly("1 2 3", "4", "5");
    }

    @Test
    @Timeout(60)
    void twenty_thousand_references_come_to_an_end() {
        String references = IntStream.range(0, 20_000)
                .mapToObj(number -> "<r" + number + "@x>")
                .collect(Collectors.joining(" "));
        message("<a@x>", references, "One");
        message("<b@x>", references + " <a@x>", "Two");
        message("<r0@x>", "<b@x>", "Three");
        for (int number = 0; number < 20_000; number++) {
            message("<s" + number + "@x>", number == 0 ? "<b@x>" : "<s" + (number - 1) + "@x>", "Re: " + number);
        }

        assertThat(Threading.of(messages)).hasSize(1);
    }
}
