package org.restante.mailstore.imap;

import java.io.IOException;
import java.time.Duration;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.Siege;
import org.restante.testing.ScriptedConnection;
import org.restante.testing.ScriptedServer;

/** What a hostile server does to whoever signs in and asks for the folders. */
enum HostileServer {
    A_LINE_WITHOUT_END(script -> {
        script.raw("* LIST () \"/\" ");
        forEver(script, "a".repeat(1 << 16));
    }),
    A_LITERAL_OF_1900000000_OCTETS(script -> {
        script.raw("* LIST () \"/\" {1900000000}\r\n");
        forEver(script, "a".repeat(1 << 16));
    }),
    MILLIONS_OF_VALUES_IN_A_LINE(script -> {
        script.raw("* LIST (");
        forEver(script, "a ".repeat(1 << 15));
    }),
    MILLIONS_OF_LITERALS(script -> {
        script.raw("* LIST (");
        forEver(script, "{1}\r\na ".repeat(1 << 12));
    }),
    TEN_MILLION_UNTAGGED_ANSWERS(script -> times(script, 10_000, "* 1 EXISTS\r\n".repeat(1_000))),
    TEN_MILLION_FOLDERS(script -> {
        for (int i = 0; i < 10_000; i++) {
            var folders = new StringBuilder();
            for (int k = 0; k < 1_000; k++) {
                folders.append("* LIST () \"/\" f").append(i * 1_000 + k).append("\r\n");
            }
            script.raw(folders.toString());
        }
    }),
    FOLDERS_OF_MANY_LEVELS(
            script -> times(script, 1_000, ("* LIST () \"/\" " + "a/".repeat(400) + "\r\n").repeat(100))),
    A_HUNDRED_THOUSAND_LISTS_IN_LISTS(script -> script.raw("* LIST " + "(".repeat(100_000) + "\r\n")),
    AN_OCTET_A_TENTH_OF_A_SECOND(script -> script.drip("* LIST () \"/\" INBOX\r\n", Duration.ofMillis(100)));

    private final ScriptedServer.Script attack;

    HostileServer(ScriptedServer.Script attack) {
        this.attack = attack;
    }

    /** Starts a server that does this to everyone, and says OK in the end if it comes to that. */
    private ScriptedServer start() throws IOException {
        return ScriptedServer.playing(script -> {
            script.imapSignIn("").expect("LIST");
            attack.play(script);
            script.ok().refuse();
        });
    }

    /** Lets so many people ask it for their folders while somebody else asks a good server. */
    Siege.Outcome besieged(int people) throws IOException {
        try (var hostile = start();
                var good = good();
                var stores = Stores.create()) {
            return Siege.of(
                    people,
                    i -> stores.of(Stores.credential(Stores.plain(hostile.port()), "someone" + i)),
                    MailStore::mailboxes,
                    stores.of(Stores.credential(Stores.plain(good.port()), "other")));
        }
    }

    private static ScriptedServer good() throws IOException {
        return ScriptedServer.playing(script -> {
            script.imapSignIn("");
            for (String command = script.read(); command != null; command = script.read()) {
                script.line(
                        command.startsWith("LIST") ? "* LIST () \"/\" INBOX" : "* STATUS INBOX (MESSAGES 1 UNSEEN 0)");
                script.ok();
            }
        });
    }

    /** Tries every attack on so many people, prints what came of each, and fails with status 1 where one was not withstood. */
    public static void main(String[] people) throws IOException {
        boolean withstood = true;
        for (HostileServer each : values()) {
            Siege.Outcome outcome = each.besieged(Integer.parseInt(people[0]));
            System.out.println(each + " " + outcome);
            withstood &= outcome.hasOnlyNamedFailures();
        }
        System.exit(withstood ? 0 : 1);
    }

    private static void forEver(ScriptedConnection script, String text) throws IOException {
        times(script, Integer.MAX_VALUE, text);
    }

    private static void times(ScriptedConnection script, int times, String text) throws IOException {
        for (int i = 0; i < times; i++) {
            script.raw(text);
        }
    }
}
