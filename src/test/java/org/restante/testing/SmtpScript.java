package org.restante.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A submission server that takes any password and keeps what it takes. What it does with a message depends on whom it is for: what
 * stands before the first {@code -} of a recipient's address names a fault, such as in {@code lost-1@example.org}. Faults of the first
 * attempt alone: {@code once}, refused for now; {@code cutonce}, hung up on before the end.
 */
public final class SmtpScript implements ScriptedServer.Script {

    /** A message that was taken. A character is a byte; lines end with LF. */
    public record Taken(String sender, List<String> recipients, String message) {

        /** Returns the first value of a header field, unfolded; empty where it is missing. */
        public String field(String name) {
            return message.substring(0, message.indexOf("\n\n"))
                    .replaceAll("\n[ \t]+", " ")
                    .lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final Set<String> met = ConcurrentHashMap.newKeySet();
    private volatile Consumer<String> listener = line -> {};
    private final AtomicInteger signIns = new AtomicInteger();

    /** From now on calls this with each line of a conversation before it is answered: commands, and the lines of messages. */
    public void tell(Consumer<String> listener) {
        this.listener = listener;
    }

    /** Returns how often somebody tried to sign in; the password {@code revoked} is refused. */
    public int signIns() {
        return signIns.get();
    }

    /** Returns what was taken for this recipient. */
    public List<Taken> takenFor(String recipient) {
        return taken.stream()
                .filter(each -> each.recipients().contains(recipient))
                .toList();
    }

    @Override
    public void play(ScriptedConnection connection) throws IOException {
        connection.line("220 hello");
        String sender = "";
        List<String> recipients = new ArrayList<>();
        for (String line = connection.readLine(); line != null; line = connection.readLine()) {
            listener.accept(line);
            String command = line.toUpperCase(Locale.ROOT);
            if (command.startsWith("EHLO")) {
                connection.raw("250-hello\r\n250-AUTH PLAIN LOGIN\r\n250-8BITMIME\r\n250 SIZE 50000000\r\n");
            } else if (command.startsWith("AUTH")) {
                signIns.incrementAndGet();
                boolean revoked = isRevoked(line);
                connection.line(revoked ? "535 5.7.8 not any more" : "235 2.7.0 welcome");
            } else if (command.startsWith("MAIL")) {
                sender = address(line);
                recipients.clear();
                connection.line("250 2.1.0 ok");
            } else if (command.startsWith("RCPT")) {
                recipient(connection, address(line), recipients);
            } else if (command.equals("DATA")) {
                data(connection, sender, List.copyOf(recipients));
            } else if (command.equals("QUIT")) {
                connection.line("221 bye");
                return;
            } else {
                connection.line("250 ok");
            }
        }
    }

    private static boolean isRevoked(String line) {
        String response = line.substring(line.lastIndexOf(' ') + 1);
        return new String(Base64.getDecoder().decode(response), StandardCharsets.UTF_8).endsWith("\0revoked");
    }

    private static String address(String line) {
        return line.substring(line.indexOf('<') + 1, line.indexOf('>'));
    }

    private static String fault(String recipient) {
        return recipient.replaceAll("[-@].*", "");
    }

    private void recipient(ScriptedConnection connection, String address, List<String> recipients) throws IOException {
        switch (fault(address)) {
            case "unknown" -> connection.line("550 5.1.1 no such user");
            case "full" -> connection.line("552 5.2.2 mailbox full");
            case "once" -> {
                boolean first = met.add(address);
                if (!first) {
                    recipients.add(address);
                }
                connection.line(first ? "451 4.7.1 greylisted" : "250 2.1.5 ok");
            }
            case "later" -> connection.line("450 4.2.0 come again");
            default -> {
                recipients.add(address);
                connection.line("250 2.1.5 ok");
            }
        }
    }

    private void data(ScriptedConnection connection, String sender, List<String> recipients) throws IOException {
        boolean cutOnce = has(recipients, "cutonce") && met.addAll(recipients);
        if (has(recipients, "cut") || cutOnce) {
            throw new IOException("the server hangs up");
        }
        connection.line("354 go on");
        var message = new StringBuilder();
        for (String line = connection.readLine(); !".".equals(line); line = connection.readLine()) {
            if (line == null) {
                return;
            }
            listener.accept(line);
            message.append(line.startsWith(".") ? line.substring(1) : line).append('\n');
        }
        listener.accept(".");
        if (has(recipients, "spam")) {
            connection.line("554 5.7.1 not this");
            return;
        }
        taken.add(new Taken(sender, recipients, message.toString()));
        if (has(recipients, "lost")) {
            throw new IOException("the server hangs up");
        }
        connection.line("250 2.0.0 taken");
    }

    private static boolean has(List<String> recipients, String fault) {
        return recipients.stream().anyMatch(recipient -> fault(recipient).equals(fault));
    }
}
