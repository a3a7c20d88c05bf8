package org.restante.testing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All mailboxes of a user with all messages and their flags, as another client sees them; two are equal where nothing changed. */
public final class MailState {

    private static final Pattern LISTED = Pattern.compile("\\* LIST \\(.*?\\) \\S+ \"?(.*?)\"?");

    private MailState() {}

    /** Returns a line for each mailbox and each message, the mailboxes' in the order of their names. */
    public static List<String> of(int imapPort, String user, String password) throws IOException {
        var state = new TreeMap<String, List<String>>();
        try (var client = MailboxFiller.open(imapPort, user, password)) {
            for (String answer : client.command("LIST \"\" \"*\"")) {
                Matcher listed = LISTED.matcher(answer);
                if (listed.matches()) {
                    state.put(listed.group(1), messages(client, listed.group(1)));
                }
            }
        }
        List<String> lines = new ArrayList<>();
        state.forEach((mailbox, messages) -> messages.forEach(message -> lines.add(mailbox + ": " + message)));
        return lines;
    }

    private static List<String> messages(MailboxFiller client, String mailbox) throws IOException {
        List<String> lines = new ArrayList<>(List.of("there"));
        boolean empty = client.command("EXAMINE \"" + mailbox + '"').contains("* 0 EXISTS");
        if (!empty) {
            client.command("UID FETCH 1:* (FLAGS)").stream()
                    .filter(answer -> answer.startsWith("* "))
                    .map(answer -> answer.replace(" \\Recent", "").replace("\\Recent", ""))
                    .forEach(lines::add);
        }
        return lines;
    }
}
