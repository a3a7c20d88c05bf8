package org.restante.mailstore.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.testing.Pop3Script;
import org.restante.testing.Pop3Script.Cut;
import org.restante.testing.RestanteProcess;
import org.restante.testing.ScriptedServer;
import org.restante.testing.Visitor;

/** The process is killed while it stores mail and removes it from the maildrop, started again, and ends up with each message once. */
@EnabledIfSystemProperty(named = "restante.endurance", matches = "true")
class MaildropKilledIT {

    private static final int MESSAGES = 40;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    private RestanteProcess process(ScriptedServer server) {
        return RestanteProcess.launch(
                        "restante.data=" + folder.resolve("data"),
                        "restante.servers.default.incoming=pop3://127.0.0.1:" + server.port() + "?tls=off",
                        "restante.servers.default.pop3-remove=true",
                        "restante.pop3.look-every=0s")
                .awaitReady();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RETR", "DELE", "QUIT"})
    void each_message_is_there_once(String step) throws IOException {
        var maildrop = new Pop3Script()
                .messages(
                        "u",
                        IntStream.rangeClosed(1, MESSAGES)
                                .mapToObj(i -> "Subject: number " + i + "\n\nText " + i + "\n")
                                .toList());
        try (var server = ScriptedServer.playing(maildrop)) {
            String cookie;
            try (RestanteProcess first = process(server)) {
                Visitor visitor = new Visitor(first.port()).signedIn("killed@example.org", "secret");
                visitor.submit(visitor.get("/settings/maildrop").form("main form"), Map.of("policy", "REMOVE"));
                cookie = visitor.cookies().get("restante");
                var left = new AtomicInteger(step.equals("QUIT") ? 1 : MESSAGES / 2);
                maildrop.cutting(command -> {
                    if (command.startsWith(step) && left.decrementAndGet() == 0) {
                        first.kill();
                        return step.equals("QUIT") ? Cut.AFTER : Cut.BEFORE;
                    }
                    return Cut.NOWHERE;
                });
                await().atMost(PATIENCE).until(() -> {
                    try {
                        visitor.get("/mail/INBOX");
                        return false;
                    } catch (java.io.UncheckedIOException e) {
                        return true;
                    }
                });
            }
            maildrop.cutting(command -> Cut.NOWHERE);
            try (RestanteProcess second = process(server)) {
                var visitor = new Visitor(second.port());
                visitor.cookies().put("restante", cookie);
                await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
                    visitor.get("/mail/INBOX");
                    return maildrop.names().isEmpty();
                });
                List<String> subjects = visitor.get("/mail/INBOX")
                        .document()
                        .select(".row-subject")
                        .eachText();
                assertThat(subjects).hasSize(MESSAGES);
                assertThat(new HashSet<>(subjects)).hasSize(MESSAGES);
            }
        }
    }
}
