package org.restante.mailstore.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.mailstore.Mailbox;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxRole;
import org.restante.mailstore.Uid;

class ListingTest {

    @Test
    void levels_that_the_server_leaves_out_appear_and_come_first() throws IOException {
        List<Mailbox> tree = mailboxes("* LIST () \"/\" \"A/B/C\"", "* LIST () \"/\" INBOX", "* LIST () \"/\" \"A\"");

        assertThat(tree)
                .extracting(Mailbox::name)
                .containsExactly(
                        MailboxName.of("A"),
                        MailboxName.of("A", "B"),
                        MailboxName.of("A", "B", "C"),
                        MailboxName.INBOX);
        assertThat(tree).extracting(Mailbox::selectable).containsExactly(true, false, true, true);
    }

    @Test
    void what_the_server_announces_goes_before_what_a_name_suggests() throws IOException {
        List<Mailbox> tree = mailboxes(
                "* LIST () \"/\" Trash",
                "* LIST (\\Trash) \"/\" \"Old things\"",
                "* LIST () \"/\" \"Gesendete Elemente\"",
                "* LIST () \"/\" Sent",
                "* LIST () \"/\" INBOX");

        assertThat(role(tree, "Old things")).contains(MailboxRole.TRASH);
        assertThat(role(tree, "Trash")).isEmpty();
        assertThat(role(tree, "Gesendete Elemente")).contains(MailboxRole.SENT);
        assertThat(role(tree, "Sent")).isEmpty();
        assertThat(role(tree, "INBOX")).contains(MailboxRole.INBOX);
    }

    @Test
    void names_that_suggest_a_role_count_under_the_inbox_and_no_deeper() throws IOException {
        List<Mailbox> tree = mailboxes("* LIST () \".\" INBOX.Drafts", "* LIST () \".\" INBOX.Work.Spam");

        assertThat(tree.stream().map(Mailbox::role).flatMap(Optional::stream))
                .containsExactly(MailboxRole.INBOX, MailboxRole.DRAFTS);
    }

    @Test
    void counts_come_in_any_order() throws IOException {
        List<Mailbox> tree = mailboxes("* STATUS \"a b\" (UNSEEN 2 MESSAGES 5)", "* LIST () \"/\" \"a b\"");

        assertThat(tree.get(0).total()).hasValue(5);
        assertThat(tree.get(0).unseen()).hasValue(2);
    }

    @Test
    void odd_names_do_not_break_the_list() throws IOException {
        List<Mailbox> tree = mailboxes(
                "* LIST () \"/\" Public Folders/My stuff",
                "* LIST () \"/\" \"Trailing/\"",
                "* LIST () \"/\" \"&Zed!-\"",
                "* LIST () \"/\" \"\"",
                "* LIST () \"/\" \"&\"",
                "* LIST () NIL Flat/Name",
                "* LIST",
                "* LIST () \"/\" \"ünïcode\"",
                "* LIST () \"/\" \"&2D0-\"",
                "* LIST () \"/\" {5}\r\na\r\nb ",
                "* LIST () \"/\" \"R&-D\"");

        assertThat(tree)
                .extracting(Mailbox::name)
                .contains(
                        MailboxName.of("Public Folders", "My stuff"),
                        MailboxName.of("Trailing"),
                        MailboxName.of("&Zed!-"),
                        MailboxName.of("&"),
                        MailboxName.of("Flat/Name"),
                        MailboxName.of("ünïcode"),
                        MailboxName.of("R&D"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INBOX",
                "R&D",
                "~peter/mail/台北/日本語",
                "Entwürfe",
                "a&b&c",
                "\uD83D\uDCE7 mail",
                "&",
                "ÿ",
                "tab\there"
            })
    void names_survive_their_encoding(String name) {
        String encoded = ModifiedUtf7.encode(name);

        assertThat(encoded).matches("[\\x20-\\x7e]*");
        assertThat(ModifiedUtf7.decode(encoded.getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(name);
    }

    @Test
    void names_are_encoded_as_in_the_rfc() {
        assertThat(ModifiedUtf7.encode("~peter/mail/台北/日本語")).isEqualTo("~peter/mail/&U,BTFw-/&ZeVnLIqe-");
    }

    @Test
    void sets_of_uids_are_written_as_ranges_and_cut_where_they_grow_too_long() {
        assertThat(UidSets.of(List.of(new Uid(9), new Uid(3), new Uid(4), new Uid(5), new Uid(4))))
                .containsExactly("3:5,9");
        List<Uid> scattered =
                LongStream.range(1, 5_000).mapToObj(i -> new Uid(i * 2)).toList();
        assertThat(UidSets.of(scattered)).hasSizeGreaterThan(2).allMatch(set -> set.length() <= 7_000);
        assertThat(UidSets.of(List.of())).isEmpty();
    }

    private static Optional<MailboxRole> role(List<Mailbox> tree, String name) {
        return tree.stream()
                .filter(mailbox -> mailbox.name().equals(MailboxName.of(name)))
                .findFirst()
                .orElseThrow()
                .role();
    }

    private static List<Mailbox> mailboxes(String... lines) throws IOException {
        var listing = new Listing();
        for (String line : lines) {
            byte[] octets = (line + "\r\n").getBytes(StandardCharsets.UTF_8);
            listing.take(new AnswerParser(octets, octets.length, 1_000).answer());
        }
        return listing.mailboxes();
    }
}
