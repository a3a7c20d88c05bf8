package org.restante.mailstore.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.OpenMode;
import org.restante.mailstore.PageRequest;
import org.restante.mailstore.Siege;
import org.restante.testing.Pop3Script;
import org.restante.testing.ScriptedConnection;
import org.restante.testing.ScriptedServer;
import org.restante.testing.TestDatabase;

/** What a hostile POP3 server does in the place of one answer; to everything else it answers like any other. */
enum HostileMaildrop {
    A_STATUS_WITHOUT_END("UIDL", script -> forEver(script, "+OK ".repeat(1 << 14))),
    A_LINE_WITHOUT_END("UIDL", script -> {
        script.raw("+OK\r\n1 ");
        forEver(script, "a".repeat(1 << 16));
    }),
    TEN_MILLION_MESSAGES("UIDL", script -> {
        script.raw("+OK\r\n");
        for (int i = 0; i < 10_000; i++) {
            var names = new StringBuilder();
            for (int k = 1; k <= 1_000; k++) {
                names.append(i * 1_000 + k).append(" u").append(i * 1_000 + k).append("\r\n");
            }
            script.raw(names.toString());
        }
        script.raw(".\r\n");
    }),
    MESSAGES_WITH_LONG_NAMES("UIDL", script -> {
        script.raw("+OK\r\n");
        for (int i = 1; i < Integer.MAX_VALUE; i++) {
            script.raw(i + " " + "n".repeat(7_000) + "\r\n");
        }
    }),
    A_LIST_WITHOUT_END("LIST", script -> {
        script.raw("+OK\r\n");
        forEver(script, "1 1\r\n".repeat(1 << 12));
    }),
    HEADER_SECTIONS_WITHOUT_END("TOP", script -> {
        script.raw("+OK\r\n");
        forEver(script, "X-Field: words\r\n".repeat(1 << 12));
    }),
    AN_OCTET_A_TENTH_OF_A_SECOND("TOP", script -> script.drip("+OK\r\n", Duration.ofMillis(100))),
    A_MESSAGE_WITHOUT_END("RETR", script -> {
        script.raw("+OK\r\nSubject: long\r\n\r\n");
        script.pour("words\r\n".repeat(1 << 13), Duration.ofMillis(20));
    });

    private static final int PAGE = 50;

    private final String command;
    private final ScriptedServer.Script attack;

    HostileMaildrop(String command, ScriptedServer.Script attack) {
        this.command = command;
        this.attack = attack;
    }

    /** Lets so many people read their newest messages there while somebody else asks a good server. */
    Siege.Outcome besieged(int people) throws IOException {
        Path database = Files.createTempDirectory("hostile-maildrop");
        try (var hostile = ScriptedServer.playing(this::play);
                var good = ScriptedServer.playing(maildrop());
                var stores = LocalStores.on(TestDatabase.h2(database.resolve("db")), LocalStores.ALWAYS_LOOKING)) {
            return Siege.of(
                    people,
                    i -> stores.of(LocalStores.credential(hostile.port(), "someone" + i)),
                    HostileMaildrop::read,
                    stores.of(LocalStores.credential(good.port(), "other")));
        } finally {
            try (var files = Files.walk(database)) {
                files.sorted((a, b) -> b.compareTo(a))
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private static Pop3Script maildrop() {
        List<String> mail = new ArrayList<>();
        for (int i = 1; i <= PAGE; i++) {
            mail.add("Subject: " + i + "\n\nText\n");
        }
        return new Pop3Script().messages("u", mail);
    }

    private void play(ScriptedConnection connection) throws IOException {
        Pop3Script maildrop = maildrop();
        connection.line("+OK");
        for (String line = connection.readLine(); line != null; line = connection.readLine()) {
            if (line.toUpperCase(Locale.ROOT).startsWith(command)) {
                attack.play(connection);
            } else {
                connection.raw(maildrop.answer(line));
            }
        }
    }

    private static void read(MailStore store) throws IOException {
        store.open(MailboxName.INBOX, OpenMode.READ, mailbox -> {
            MessageRef newest = mailbox.view(new PageRequest.Numbered(1, PAGE))
                    .page()
                    .rows()
                    .get(0)
                    .ref();
            try (InputStream in = mailbox.source(newest)) {
                return in.transferTo(OutputStream.nullOutputStream());
            }
        });
    }

    private static void forEver(ScriptedConnection script, String text) throws IOException {
        while (true) {
            script.raw(text);
        }
    }

    /** Tries every attack on so many people, prints what came of each, and fails with status 1 where one was not withstood. */
    public static void main(String[] people) throws IOException {
        boolean withstood = true;
        for (HostileMaildrop each : values()) {
            Siege.Outcome outcome = each.besieged(Integer.parseInt(people[0]));
            System.out.println(each + " " + outcome);
            withstood &= outcome.hasOnlyNamedFailures();
        }
        System.exit(withstood ? 0 : 1);
    }
}
