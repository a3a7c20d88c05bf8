package org.restante.mailstore.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.restante.mailstore.Credential;
import org.restante.mailstore.MailFailure;
import org.restante.testing.ScriptedServer;

class ImapSignInTest {

    private static final String USER = "jörg \"the cat\"";
    private static final String PASSWORD = "pass wörd {3}";

    private final ImapMailStores stores = Stores.create();

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void sends_plain_at_once_where_the_server_takes_that() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.line("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] hello").expect("AUTHENTICATE PLAIN ");
            script.line("%t OK [CAPABILITY IMAP4rev1] welcome").refuse();
        })) {
            signIn(server);
            assertPlain(server.received().get(0).replaceFirst(".* ", ""));
        }
    }

    @Test
    void sends_plain_when_asked_for_it_otherwise() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.line("* OK hello").expect("CAPABILITY");
            script.line("* CAPABILITY IMAP4rev1 AUTH=PLAIN").ok().expect("AUTHENTICATE PLAIN");
            String tag = script.tagged("");
            script.line("+ ").readLine();
            script.line(tag + "OK welcome").expect("CAPABILITY");
            script.line("* CAPABILITY IMAP4rev1 IDLE").ok().refuse();
        })) {
            signIn(server);
            assertPlain(server.received().get(2));
        }
    }

    @Test
    void sends_login_with_literals_counted_in_octets() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.line("* OK [CAPABILITY IMAP4rev1] hello").expect("LOGIN {15}");
            String tag = script.tagged("");
            script.line("+ go on").readLine();
            script.line("+ go on").readLine();
            script.line(tag + "OK [CAPABILITY IMAP4rev1] welcome").refuse();
        })) {
            signIn(server);
            assertThat(server.received().get(1)).isEqualTo(octets(USER) + " {14}");
            assertThat(server.received().get(2)).isEqualTo(octets(PASSWORD));
        }
    }

    @Test
    void a_password_is_not_sent_where_the_server_offers_no_way_to() throws IOException {
        try (var server = ScriptedServer.playing(script ->
                script.line("* OK [CAPABILITY IMAP4rev1 LOGINDISABLED] hello").hold())) {
            assertThatThrownBy(() -> signIn(server)).isInstanceOf(MailFailure.Capability.class);
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    void a_refused_literal_ends_the_command() throws IOException {
        try (var server = ScriptedServer.playing(script -> {
            script.line("* OK [CAPABILITY IMAP4rev1] hello").expect("LOGIN");
            script.line("%t NO [AUTHENTICATIONFAILED] no").hold();
        })) {
            assertThatThrownBy(() -> signIn(server)).isInstanceOf(MailFailure.Authentication.class);
        }
    }

    private void signIn(ScriptedServer server) {
        stores.of(new Credential(Stores.plain(server.port()), USER, PASSWORD)).authenticate();
    }

    private static void assertPlain(String response) {
        String message = new String(Base64.getDecoder().decode(response), StandardCharsets.UTF_8);
        assertThat(List.of(message.split("\0"))).containsExactly("", USER, PASSWORD);
    }

    private static String octets(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
