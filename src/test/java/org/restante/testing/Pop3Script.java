package org.restante.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** A POP3 server with one maildrop, any credential, and the oddities that a test gives it; to be played by a {@link ScriptedServer}. */
public final class Pop3Script implements ScriptedServer.Script {

    /** What such servers have been seen to do. */
    public enum Quirk {
        NO_CAPA,
        NO_UIDL,
        NO_TOP,
        NO_PIPELINING,
        NO_DELE,
        WRONG_SIZES,
        IN_USE,
        LOGIN_DELAY,
        WRONG_PASSWORD,
        /** Whoever has it open has it alone. */
        LOCKS
    }

    /** Where a conversation breaks. */
    public enum Cut {
        NOWHERE,
        /** A command is not carried out. */
        BEFORE,
        /** It is carried out, and half of its answer arrives. */
        HALF,
        /** It is carried out, and its answer is lost. */
        AFTER
    }

    private record Stored(String uidl, String message) {}

    private final List<Stored> messages = new CopyOnWriteArrayList<>();
    private final Set<Quirk> quirks = EnumSet.noneOf(Quirk.class);
    private volatile Function<String, Cut> cuts = command -> Cut.NOWHERE;
    private final Semaphore lock = new Semaphore(1);

    /** Adds an oddity. */
    public synchronized Pop3Script with(Quirk quirk) {
        quirks.add(quirk);
        return this;
    }

    /** Takes an oddity away. */
    public synchronized Pop3Script without(Quirk quirk) {
        quirks.remove(quirk);
        return this;
    }

    private synchronized boolean has(Quirk quirk) {
        return quirks.contains(quirk);
    }

    /** Adds a message, its line ends made CRLF; a character is a byte. */
    public Pop3Script message(String uidl, String message) {
        messages.add(new Stored(uidl, message.replaceAll("\r?\n", "\r\n")));
        return this;
    }

    /** Adds many messages, named by the prefix and their position from 1. */
    public Pop3Script messages(String prefix, List<String> texts) {
        List<Stored> added = new ArrayList<>();
        for (String text : texts) {
            added.add(new Stored(prefix + (added.size() + 1), text.replaceAll("\r?\n", "\r\n")));
        }
        messages.addAll(added);
        return this;
    }

    /** Says of each command from now on whether the connection breaks there. */
    public Pop3Script cutting(Function<String, Cut> cuts) {
        this.cuts = cuts;
        return this;
    }

    /** Returns the names of the messages that are there. */
    public List<String> names() {
        return messages.stream().map(Stored::uidl).toList();
    }

    /** Removes the messages with that name. */
    public void remove(String uidl) {
        messages.removeIf(stored -> stored.uidl.equals(uidl));
    }

    /** Gives the message at a position, from 0, another name. */
    public void rename(int position, String uidl) {
        messages.set(position, new Stored(uidl, messages.get(position).message));
    }

    @Override
    public void play(ScriptedConnection connection) throws IOException {
        boolean locked = has(Quirk.LOCKS) && lock.tryAcquire();
        try {
            converse(connection, has(Quirk.LOCKS) && !locked);
        } finally {
            if (locked) {
                lock.release();
            }
        }
    }

    private void converse(ScriptedConnection connection, boolean inUse) throws IOException {
        List<Stored> maildrop = List.copyOf(messages);
        connection.line("+OK hello");
        Set<Integer> marked = new TreeSet<>();
        for (String line = connection.readLine(); line != null; line = connection.readLine()) {
            boolean refused = inUse && line.startsWith("PASS");
            Cut cut = cuts.apply(line);
            if (cut == Cut.BEFORE) {
                throw new IOException("cut");
            }
            String answer = refused ? "-ERR [IN-USE] locked\r\n" : marking(line.split(" "), maildrop, marked);
            if (line.equals("QUIT")) {
                // By identity: messages may be equal.
                marked.forEach(number -> messages.removeIf(stored -> stored == maildrop.get(number - 1)));
            }
            if (cut != Cut.NOWHERE) {
                connection.raw(cut == Cut.HALF ? answer.substring(0, answer.length() / 2) : "");
                throw new IOException("cut");
            }
            connection.raw(answer);
            if (line.equals("QUIT")) {
                return;
            }
        }
    }

    private String marking(String[] command, List<Stored> maildrop, Set<Integer> marked) {
        if (command[0].equals("RSET")) {
            marked.clear();
        }
        boolean named = command.length > 1 && command[1].matches("[0-9]{1,9}");
        if (named && marked.contains(Integer.valueOf(command[1]))) {
            return "-ERR message is marked\r\n";
        }
        if (command[0].equals("DELE")) {
            if (has(Quirk.NO_DELE) || Integer.parseInt(command[1]) > maildrop.size()) {
                return "-ERR not removed\r\n";
            }
            marked.add(Integer.valueOf(command[1]));
        }
        return answer(command, maildrop);
    }

    /** Returns the answer to a line from a client. */
    public String answer(String line) {
        return answer(line.split(" "), List.copyOf(messages));
    }

    private String answer(String[] command, List<Stored> maildrop) {
        return switch (command[0].toUpperCase(Locale.ROOT)) {
            case "CAPA" -> has(Quirk.NO_CAPA) ? "-ERR unknown command\r\n" : capabilities();
            case "USER", "DELE", "RSET", "NOOP", "QUIT" -> "+OK\r\n";
            case "PASS" -> signIn();
            case "UIDL" ->
                has(Quirk.NO_UIDL)
                        ? "-ERR unknown command\r\n"
                        : command.length > 1
                                ? name(command[1], maildrop)
                                : listing(maildrop, (n, stored) -> n + " " + stored.uidl);
            case "LIST" -> listing(maildrop, (n, stored) -> n + " " + size(stored));
            case "TOP" -> has(Quirk.NO_TOP) ? "-ERR unknown command\r\n" : message(command, maildrop, true);
            case "RETR" -> message(command, maildrop, false);
            default -> "-ERR unknown command\r\n";
        };
    }

    private static String name(String number, List<Stored> maildrop) {
        int position = Integer.parseInt(number) - 1;
        return position < 0 || position >= maildrop.size()
                ? "-ERR no such message\r\n"
                : "+OK " + number + " " + maildrop.get(position).uidl + "\r\n";
    }

    private String capabilities() {
        return "+OK\r\nUSER\r\n" + (has(Quirk.NO_UIDL) ? "" : "UIDL\r\n") + (has(Quirk.NO_TOP) ? "" : "TOP\r\n")
                + (has(Quirk.NO_PIPELINING) ? "" : "PIPELINING\r\n") + ".\r\n";
    }

    private String signIn() {
        if (has(Quirk.IN_USE)) {
            return "-ERR [IN-USE] another session has it\r\n";
        }
        if (has(Quirk.LOGIN_DELAY)) {
            return "-ERR [LOGIN-DELAY] wait a minute\r\n";
        }
        return has(Quirk.WRONG_PASSWORD) ? "-ERR [AUTH] no\r\n" : "+OK\r\n";
    }

    private interface Line {
        String of(int number, Stored stored);
    }

    private static String listing(List<Stored> maildrop, Line line) {
        var answer = new StringBuilder("+OK\r\n");
        for (int i = 0; i < maildrop.size(); i++) {
            answer.append(line.of(i + 1, maildrop.get(i))).append("\r\n");
        }
        return answer.append(".\r\n").toString();
    }

    private long size(Stored stored) {
        return has(Quirk.WRONG_SIZES) ? 7 : stored.message.getBytes(StandardCharsets.ISO_8859_1).length;
    }

    private String message(String[] command, List<Stored> maildrop, boolean headerOnly) {
        int number = Integer.parseInt(command[1]);
        if (number > maildrop.size()) {
            return "-ERR no such message\r\n";
        }
        String message = maildrop.get(number - 1).message;
        int end = message.indexOf("\r\n\r\n");
        String sent = headerOnly && end >= 0 ? message.substring(0, end + 4) : message;
        String stuffed = sent.replaceAll("(?m)^\\.", "..");
        return "+OK " + (has(Quirk.WRONG_SIZES) ? 7 : sent.length()) + " octets\r\n" + stuffed
                + (stuffed.endsWith("\r\n") ? "" : "\r\n") + ".\r\n";
    }
}
