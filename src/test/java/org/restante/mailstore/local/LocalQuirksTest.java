package org.restante.mailstore.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.restante.mailstore.Credential;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxView;
import org.restante.mailstore.MailboxWork;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.OpenMode;
import org.restante.mailstore.PageRequest;
import org.restante.testing.Pop3Script;
import org.restante.testing.Pop3Script.Quirk;
import org.restante.testing.ScriptedServer;
import org.restante.testing.TestDatabase;

/** What POP3 servers do, and what a person sees of it. */
class LocalQuirksTest {

    private final Pop3Script maildrop = new Pop3Script();
    private ScriptedServer server;
    private LocalMailStores stores;
    private MailStore store;

    @BeforeEach
    void start() throws IOException {
        server = ScriptedServer.playing(maildrop);
        stores = LocalStores.on(TestDatabase.h2());
        store = stores.of(credential());
    }

    @AfterEach
    void stop() throws IOException {
        stores.close();
        server.close();
    }

    private Credential credential() {
        return LocalStores.credential(server.port(), "u@example.org");
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_CAPA", "NO_UIDL", "NO_TOP", "NO_PIPELINING", "WRONG_SIZES"})
    void a_server_that_lacks_something_is_read_like_any_other(Quirk quirk) throws IOException {
        maildrop.with(quirk).message("a", mail("one")).message("b", mail("two")).message("c", mail("three"));

        assertThat(subjects()).containsExactly("three", "two", "one");
        MessageRef middle = list().page().rows().get(1).ref();
        assertThat(source(middle)).isEqualTo(mail("two").replace("\n", "\r\n"));
        assertThat(read(mailbox -> mailbox.message(middle)).size())
                .isEqualTo(source(middle).length());
        flag(middle);
        assertThat(list().page().rows()).extracting(row -> row.is(Flag.FLAGGED)).containsExactly(false, true, false);
    }

    @Test
    void a_server_that_lacks_everything_is_read_too() throws IOException {
        for (Quirk quirk : List.of(Quirk.NO_CAPA, Quirk.NO_UIDL, Quirk.NO_TOP, Quirk.WRONG_SIZES)) {
            maildrop.with(quirk);
        }
        maildrop.message("a", mail("one")).message("b", mail("two"));

        flag(list().page().rows().get(1).ref());
        maildrop.message("c", mail("three"));
        assertThat(subjects()).containsExactly("three", "two", "one");
        assertThat(list().page().rows()).extracting(row -> row.is(Flag.FLAGGED)).containsExactly(false, false, true);
    }

    @Test
    void messages_of_one_name_are_several_messages() throws IOException {
        maildrop.message("same", mail("one")).message("same", mail("two")).message("same", mail("three"));

        assertThat(subjects()).containsExactly("three", "two", "one");
        assertThat(source(list().page().rows().get(0).ref())).contains("three");
    }

    @Test
    void a_message_under_a_new_name_is_a_new_message() throws IOException {
        maildrop.message("a", mail("one")).message("b", mail("two"));
        MessageRef old = list().page().rows().get(1).ref();
        maildrop.rename(0, "z");

        assertThat(subjects()).containsExactlyInAnyOrder("two", "one");
        assertThatThrownBy(() -> read(mailbox -> mailbox.message(old)))
                .isInstanceOfSatisfying(
                        MailFailure.Gone.class,
                        gone -> assertThat(gone.kind()).isEqualTo(MailFailure.Gone.Kind.MESSAGE));
    }

    @Test
    void a_server_that_forgets_its_names_for_a_while_costs_nobody_their_flags() throws IOException {
        maildrop.message("a", mail("one"));
        flag(list().page().rows().get(0).ref());
        maildrop.with(Quirk.NO_UIDL);
        assertThatThrownBy(this::list).isInstanceOf(MailFailure.Refused.class);
        maildrop.without(Quirk.NO_UIDL);

        assertThat(list().page().rows()).allMatch(row -> row.is(Flag.FLAGGED));
    }

    @Test
    void what_another_client_removes_disappears() throws IOException {
        maildrop.message("a", mail("one")).message("b", mail("two")).message("c", mail("three"));
        MessageRef two = list().page().rows().get(1).ref();
        source(two);
        maildrop.remove("b");

        assertThatThrownBy(() -> list(two)).isInstanceOf(MailFailure.Gone.class);
        assertThat(subjects()).containsExactly("three", "one");
    }

    @ParameterizedTest
    @CsvSource({"IN_USE, IN_USE", "LOGIN_DELAY, TOO_SOON"})
    void a_maildrop_that_does_not_open_shows_what_is_known_and_since_when(Quirk quirk, MailFailure.Refused.Kind kind)
            throws IOException {
        maildrop.message("a", mail("one")).message("b", mail("two"));
        assertThat(list().lastRead()).isEmpty();
        MessageRef opened = list().page().rows().get(0).ref();
        MessageRef unopened = list().page().rows().get(1).ref();
        source(opened);
        maildrop.with(quirk).message("c", mail("three"));

        MailboxView view = list();
        assertThat(view.lastRead()).isPresent();
        assertThat(subjects()).containsExactly("two", "one");
        assertThat(source(opened)).contains("two");
        assertRefused(kind, () -> source(unopened));
        maildrop.without(quirk);
        assertThat(subjects()).containsExactly("three", "two", "one");
        assertThat(list().lastRead()).isEmpty();
    }

    @Test
    void a_maildrop_in_use_proves_the_password_and_one_that_was_never_read_says_so() throws IOException {
        maildrop.with(Quirk.IN_USE);

        store.authenticate();
        assertRefused(MailFailure.Refused.Kind.IN_USE, this::list);
        maildrop.without(Quirk.IN_USE).with(Quirk.LOGIN_DELAY);
        MailStore other = stores.of(LocalStores.credential(server.port(), "other@example.org"));
        assertRefused(MailFailure.Refused.Kind.TOO_SOON, other::authenticate);
    }

    @Test
    void a_server_that_wants_time_between_two_looks_gets_it() throws IOException {
        maildrop.with(Quirk.LOGIN_DELAY);
        try (var patient = LocalStores.on(TestDatabase.h2(), LocalStores.LOOKING_ONCE)) {
            store = patient.of(credential());
            assertThatThrownBy(this::list).isInstanceOf(MailFailure.Refused.class);
            assertThatThrownBy(this::list).isInstanceOf(MailFailure.Refused.class);
        }
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void a_wrong_password_shows_nothing_of_what_is_known() throws IOException {
        maildrop.message("a", mail("one"));
        MessageRef ref = list().page().rows().get(0).ref();
        source(ref);
        maildrop.with(Quirk.WRONG_PASSWORD);
        Credential right = credential();
        MailStore wrong = stores.of(new Credential(right.server(), right.login(), "guess"));

        assertThatThrownBy(() -> wrong.open(MailboxName.INBOX, OpenMode.READ, mailbox -> mailbox.message(ref)))
                .isInstanceOf(MailFailure.Authentication.class);
        assertThatThrownBy(() -> wrong.open(MailboxName.INBOX, OpenMode.READ, mailbox -> mailbox.source(ref)))
                .isInstanceOf(MailFailure.Authentication.class);
    }

    @Test
    void dots_and_eight_bit_octets_come_as_they_were_sent() throws IOException {
        String message = "Subject: Gr\u00c3\u00bc\u00c3\u009fe\n\n.\n..\n.dot\nGr\u00fc\u00dfe\n";
        maildrop.message("a", message);

        MessageSummary row = list().page().rows().get(0);
        assertThat(row.envelope().subject()).isEqualTo("Grüße");
        assertThat(source(row.ref())).isEqualTo(message.replace("\n", "\r\n"));
    }

    private static void assertRefused(MailFailure.Refused.Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        MailFailure.Refused.class,
                        refused -> assertThat(refused.kind()).isEqualTo(kind));
    }

    private static String mail(String subject) {
        return "From: a@example.org\nSubject: " + subject + "\nDate: Mon, 23 Nov 2026 10:00:00 +0000\n\nText of "
                + subject + "\n";
    }

    private MailboxView list() throws IOException {
        return read(mailbox -> mailbox.view(new PageRequest.Numbered(1, 50)));
    }

    private MessageSummary list(MessageRef ref) throws IOException {
        list();
        return read(mailbox -> mailbox.message(ref));
    }

    private List<String> subjects() throws IOException {
        return list().page().rows().stream()
                .map(row -> row.envelope().subject())
                .toList();
    }

    private String source(MessageRef ref) throws IOException {
        return read(mailbox -> {
            try (InputStream in = mailbox.source(ref)) {
                return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            }
        });
    }

    private void flag(MessageRef ref) throws IOException {
        store.open(MailboxName.INBOX, OpenMode.WRITE, mailbox -> mailbox.addFlags(List.of(ref), Set.of(Flag.FLAGGED)));
    }

    private <T> T read(MailboxWork<T> work) throws IOException {
        return store.open(MailboxName.INBOX, OpenMode.READ, work);
    }
}
