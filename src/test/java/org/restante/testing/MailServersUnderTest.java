package org.restante.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The mail servers of {@link ApplicationTest}, chosen by the domain of who signs in. They need nothing but the JVM; some are whole, and some
 * fail in one way each.
 */
public final class MailServersUnderTest implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** The domain of a GreenMail. */
    public static final String WHOLE = "whole.example";

    /** The domain of the same GreenMail behind {@link #proxy()}. */
    public static final String PROXIED = "proxied.example";

    /** The domain of a server that is not there. */
    public static final String DOWN = "down.example";

    /** The domain of a server that accepts connections and never says a word. */
    public static final String SILENT = "silent.example";

    /** The domain of a server that refuses everyone for now (RFC 5530). */
    public static final String BUSY = "busy.example";

    /** The domain of a server whose certificate nobody vouches for. */
    public static final String UNTRUSTED = "untrusted.example";

    /** The domain of a server that does not offer the STARTTLS which is required of it. */
    public static final String BARE = "bare.example";

    /** The domain of a POP3 server whose only mailbox another client has open (RFC 2449). */
    public static final String IN_USE = "in-use.example";

    /** The domain of a POP3 server that opens its one mailbox only once, and asks for a pause from then on (RFC 2449). */
    public static final String TOO_SOON = "too-soon.example";

    /** The domain of the same GreenMail, read over POP3. */
    public static final String POP3 = "pop3.example";

    /** The domain of the same again, whose operator lets nobody have mail removed once it was read. */
    public static final String POP3_KEPT = "kept.example";

    private static volatile ScriptedServer.Script collectedFrom = new Pop3Script();
    private static final SmtpScript SMTP = new SmtpScript();
    private static final ScriptedServer SMTP_SERVER = playing(SMTP);
    private static final GreenMailServer GREEN_MAIL = GreenMailServer.start();
    private static final TcpProxy PROXY = proxyTo(GREEN_MAIL.imapPort());

    /** Returns the GreenMail behind {@link #WHOLE} and {@link #PROXIED}. */
    public static GreenMailServer greenMail() {
        return GREEN_MAIL;
    }

    /** Returns the server to which all of them hand over what is sent. */
    public static SmtpScript smtp() {
        return SMTP;
    }

    /** Returns the proxy before the GreenMail; a test that inflicts something heals it afterwards. */
    public static TcpProxy proxy() {
        return PROXY;
    }

    /** Sets what the server at {@code 127.0.0.1} that mail is collected from holds. */
    public static void collectFrom(Pop3Script maildrop) {
        collectedFrom = maildrop;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            List<String> properties = new ArrayList<>();
            add(properties, WHOLE, inClear(GREEN_MAIL.imapPort()));
            add(properties, PROXIED, inClear(PROXY.port()));
            add(properties, DOWN, inClear(Ports.closed()));
            add(properties, POP3, "pop3://127.0.0.1:" + GREEN_MAIL.pop3Port() + "?tls=off");
            add(properties, POP3_KEPT, "pop3://127.0.0.1:" + GREEN_MAIL.pop3Port() + "?tls=off");
            for (String domain : List.of(WHOLE, PROXIED, DOWN, POP3)) {
                properties.add("restante.servers.%s.submission=smtp://127.0.0.1:%d?tls=off"
                        .formatted(domain.substring(0, domain.indexOf('.')), SMTP_SERVER.port()));
            }
            properties.add("restante.servers.pop3.pop3-remove=true");
            properties.add("restante.collect.servers=pop3://127.0.0.1:%d?tls=off"
                    .formatted(playing(connection -> collectedFrom.play(connection))
                            .port()));
            add(properties, SILENT, inClear(silent().port()));
            add(properties, BUSY, inClear(busy().port()));
            add(properties, UNTRUSTED, "imaps://127.0.0.1:" + untrusted().port());
            add(properties, BARE, "imap://127.0.0.1:" + GREEN_MAIL.imapPort());
            add(properties, IN_USE, "pop3://127.0.0.1:" + inUse().port() + "?tls=off");
            add(properties, TOO_SOON, "pop3://127.0.0.1:" + tooSoon().port() + "?tls=off");
            TestPropertyValues.of(properties).applyTo(context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String inClear(int port) {
        return "imap://127.0.0.1:" + port + "?tls=off";
    }

    static void add(List<String> properties, String domain, String incoming) {
        String name = domain.substring(0, domain.indexOf('.'));
        properties.add("restante.servers.%s.domains=%s".formatted(name, domain));
        properties.add("restante.servers.%s.incoming=%s".formatted(name, incoming));
    }

    static void trust(List<String> properties, String domain, Path certificate) {
        String name = domain.substring(0, domain.indexOf('.'));
        properties.add("restante.servers.%s.certificate=file:%s".formatted(name, certificate));
    }

    private static ScriptedServer playing(ScriptedServer.Script script) {
        try {
            return ScriptedServer.playing(script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TcpProxy proxyTo(int port) {
        try {
            return TcpProxy.to(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ScriptedServer silent() throws IOException {
        return ScriptedServer.playing(ScriptedConnection::hold);
    }

    private static ScriptedServer busy() throws IOException {
        return ScriptedServer.playing(connection -> {
            connection.line("* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] hello");
            connection.expect("AUTHENTICATE PLAIN");
            connection.line("%t NO [UNAVAILABLE] too many connections");
        });
    }

    private static ScriptedServer untrusted() throws IOException {
        TestCertificate ours = TestCertificate.forLoopback();
        return ScriptedServer.playing(
                connection -> connection.startTls(ours.serverContext()).hold());
    }

    private static ScriptedServer inUse() throws IOException {
        return ScriptedServer.playing(new Pop3Script().with(Pop3Script.Quirk.IN_USE));
    }

    private static ScriptedServer tooSoon() throws IOException {
        var maildrop = new Pop3Script().message("one", "Subject: One\n\nText\n");
        return ScriptedServer.playing(connection -> {
            maildrop.play(connection);
            maildrop.with(Pop3Script.Quirk.LOGIN_DELAY);
        });
    }
}
