package org.restante.demo;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.demo.Correspondence.Filed;

class CorrespondenceTest {

    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-23T15:00:00Z");
    private static List<Filed> all;

    @BeforeAll
    static void compose() throws Exception {
        all = Correspondence.until(NOW);
    }

    @Test
    void there_are_about_three_hundred_messages_in_the_folders_of_a_busy_person() {
        assertThat(all).hasSizeBetween(280, 340);
        assertThat(all.stream().map(filed -> filed.placing().folder()).distinct())
                .containsExactlyInAnyOrder(
                        "INBOX", "Sent", "Drafts", "Archive/2025", "Archive/2026", "Work/Projects", "Junk", "Trash");
    }

    @Test
    void a_message_says_the_date_at_which_it_arrived_and_none_is_from_the_future() throws Exception {
        for (Filed filed : all) {
            Date arrived = Date.from(filed.placing().date().toInstant());
            assertThat(arrived).isBeforeOrEqualTo(Date.from(NOW.toInstant()));
            if (filed.message().getHeader("Date") != null) {
                assertThat(filed.message().getSentDate())
                        .as(filed.message().getSubject())
                        .isCloseTo(arrived, 1000);
            }
        }
    }

    @Test
    void every_answer_refers_to_an_earlier_message() throws Exception {
        Set<String> ids = new HashSet<>();
        int answers = 0;
        for (Filed filed : all) {
            String answered = filed.message().getHeader("In-Reply-To", null);
            assertThat(answered == null || ids.contains(answered))
                    .as(filed.message().getSubject())
                    .isTrue();
            assertThat(ids.add(filed.message().getMessageID()))
                    .as(filed.message().getSubject())
                    .isTrue();
            answers += answered == null ? 0 : 1;
        }
        assertThat(answers).isGreaterThan(25);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ARABIC", "HEBREW", "CYRILLIC", "GREEK", "DEVANAGARI", "HAN", "HIRAGANA", "HANGUL"})
    void the_inbox_holds_subjects_in_many_scripts(Character.UnicodeScript script) throws Exception {
        assertThat(inbox())
                .anyMatch(message -> subject(message)
                        .codePoints()
                        .anyMatch(character -> Character.UnicodeScript.of(character) == script));
    }

    @Test
    void some_of_the_inbox_is_unread_flagged_answered_forwarded_or_marked_deleted() {
        List<Flags> flags = all.stream()
                .filter(filed -> filed.placing().folder().equals("INBOX"))
                .map(filed -> filed.placing().imapFlags())
                .toList();

        assertThat(flags).anyMatch(set -> !set.contains(Flags.Flag.SEEN));
        assertThat(flags).anyMatch(set -> set.contains(Flags.Flag.FLAGGED));
        assertThat(flags).anyMatch(set -> set.contains(Flags.Flag.ANSWERED));
        assertThat(flags).anyMatch(set -> set.contains("$Forwarded"));
        assertThat(flags).anyMatch(set -> set.contains(Flags.Flag.DELETED));
    }

    private static Stream<MimeMessage> inbox() {
        return all.stream()
                .filter(filed -> filed.placing().folder().equals("INBOX"))
                .map(Filed::message);
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject() == null ? "" : message.getSubject();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
