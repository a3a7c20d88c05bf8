package org.restante;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.account.Sessions;
import org.restante.account.SignedIn;
import org.restante.testing.ApplicationTest;
import org.restante.testing.MailServersUnderTest;
import org.restante.testing.Page;
import org.restante.testing.Person;
import org.restante.testing.Visitor;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A password that is easily found is used for everything, and then looked for everywhere; so are a subject and an address. */
@ApplicationTest
class CanaryTest {

    private static final String PASSWORD = "Canary/Wellensittich+4711";
    private static final String SUBJECT = "Nachtigall über dem Subjekt";

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private Sessions sessions;

    private final Person person = Person.at(MailServersUnderTest.PROXIED, PASSWORD);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger("ROOT");
    private final Logger ours = (Logger) LoggerFactory.getLogger("org.restante");
    private final StringBuilder pages = new StringBuilder();

    @BeforeEach
    void listen() {
        ours.setLevel(Level.DEBUG);
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stop_listening() {
        root.detachAppender(log);
        ours.setLevel(null);
        MailServersUnderTest.proxy().heal();
    }

    @Test
    void the_password_is_found_nowhere() throws IOException {
        Visitor visitor = doEverything();

        assertThat(logged()).contains("Sign-in on down failed");
        assertNotIn("log", logged());
        assertNotIn("database", String.join("\n", database.queryForList("SCRIPT", String.class)));
        assertNotIn("pages", pages.toString());
        assertNotIn("cookies", visitor.cookies().toString());
        assertThat(actuator()).contains("http.server.requests");
        assertNotIn("actuator", actuator());
    }

    @Test
    void log_lines_name_no_subject_and_no_address() throws IOException {
        doEverything();

        assertThat(logged()).doesNotContain(SUBJECT, "Nachtigall", "sender.example", person.address());
    }

    @Test
    void the_principal_and_the_credential_do_not_say_it() {
        Visitor visitor = person.signedInAt(port);
        SignedIn principal =
                sessions.find(visitor.cookies().get("restante"), true).orElseThrow();

        assertThat(principal.credential().password()).isEqualTo(PASSWORD);
        assertNotIn("principal", principal.toString());
        assertNotIn("credential", principal.credential().toString());
    }

    private Visitor doEverything() throws IOException {
        person.withMessage("INBOX", SUBJECT);
        Visitor visitor = new Visitor(port);
        for (String domain : List.of("down", "busy", "silent", "untrusted", "bare", "whole", "nowhere")) {
            keep(visitor.signIn("canary@%s.example".formatted(domain), PASSWORD));
        }
        keep(visitor.signIn(person.address(), PASSWORD + "x"));
        keep(visitor.signIn(person.address(), PASSWORD + "\r\nA1 NOOP"));
        keep(visitor.post("/login", List.of(Map.entry("username", person.address()), Map.entry("password", PASSWORD))));
        visitor.signedIn(person.address(), PASSWORD);
        read(visitor);
        MailServersUnderTest.proxy().resetAfter(200);
        keep(visitor.get("/mail/INBOX"));
        MailServersUnderTest.proxy().stall();
        keep(visitor.get("/mail/INBOX"));
        MailServersUnderTest.proxy().heal();
        MailServersUnderTest.greenMail().withUser(person.address(), "another");
        MailServersUnderTest.proxy().closeConnections();
        keep(visitor.get("/mail/INBOX"));
        MailServersUnderTest.greenMail().withUser(person.address(), PASSWORD);
        return visitor.signedIn(person.address(), PASSWORD);
    }

    private void read(Visitor visitor) {
        Page list = visitor.get("/mail/INBOX");
        String message = "/mail/INBOX/" + list.refs().get(0);
        for (String address : List.of(
                "/folders",
                "/devices",
                "/mail/None",
                "/mail/~zz",
                "/mail/INBOX?page=x",
                message,
                message + "/body",
                message + "/source",
                message + "/parts/1",
                message + "/parts/7",
                message + "9",
                "/mail/INBOX/1-1")) {
            keep(visitor.get(address));
        }
        keep(list);
        keep(visitor.submit(
                list.form("form.messages"),
                "/mail/INBOX/flag",
                Map.of("ref", list.refs().get(0))));
        keep(visitor.post("/mail/INBOX/flag", List.of(Map.entry("password", PASSWORD))));
    }

    private void keep(Page page) {
        pages.append(page.headers().map()).append(page.text()).append('\n');
    }

    private String logged() {
        return List.copyOf(log.list).stream()
                .map(event -> event.getFormattedMessage()
                        + event.getMDCPropertyMap()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .collect(Collectors.joining("\n"));
    }

    private String actuator() {
        Visitor operator = new Visitor(managementPort);
        StringBuilder all = new StringBuilder();
        for (String endpoint :
                List.of("", "/health", "/metrics", "/env", "/configprops", "/heapdump", "/beans", "/loggers")) {
            all.append(operator.get("/actuator" + endpoint).text());
        }
        String metrics = operator.get("/actuator/metrics").text();
        for (String name : metrics.replaceAll(".*\\[|].*", "").replace("\"", "").split(",")) {
            all.append(operator.get("/actuator/metrics/" + name).text());
        }
        return all.toString();
    }

    private static void assertNotIn(String where, String text) {
        byte[] bytes = PASSWORD.getBytes(StandardCharsets.UTF_8);
        String lower = text.toLowerCase(Locale.ROOT);
        assertThat(text).as(where).isNotEmpty();
        assertThat(lower)
                .as(where)
                .doesNotContain(
                        "wellensittich",
                        HexFormat.of().formatHex(bytes),
                        Base64.getEncoder().encodeToString(bytes).toLowerCase(Locale.ROOT));
    }
}
