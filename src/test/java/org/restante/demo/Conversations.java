package org.restante.demo;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Ties messages of the same thread together (RFC 5322 §3.6.4), and quotes in an answer what it answers. */
final class Conversations {

    private record Said(String id, String subject, String who, ZonedDateTime when, String text) {}

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm", Locale.ENGLISH);

    private final Map<String, List<Said>> threads = new HashMap<>();

    /** Returns the subject of an answer in that thread. */
    String subject(String thread) {
        return "Re: " + threads.get(thread).get(0).subject();
    }

    /** Returns the last message of the thread as a quote, to stand below an answer. */
    String quote(String thread) {
        List<Said> said = threads.get(thread);
        Said last = said.get(said.size() - 1);
        return "\nOn " + WHEN.format(last.when()) + ", " + last.who() + " wrote:\n"
                + last.text()
                        .lines()
                        .map(line -> line.startsWith(">") ? ">" + line : "> " + line)
                        .collect(Collectors.joining("\n", "", "\n"));
    }

    /** Writes the fields that tie the message to its thread, and remembers it as the thread's last. */
    void add(String thread, MimeMessage message, ZonedDateTime when, String text) throws MessagingException {
        List<Said> said = threads.computeIfAbsent(thread, name -> new ArrayList<>());
        if (!said.isEmpty()) {
            message.setHeader("In-Reply-To", said.get(said.size() - 1).id());
            message.setHeader("References", said.stream().map(Said::id).collect(Collectors.joining("\r\n ")));
        }
        InternetAddress from = (InternetAddress) message.getFrom()[0];
        String who = from.getPersonal() == null ? from.getAddress() : from.getPersonal();
        said.add(new Said(message.getMessageID(), message.getSubject(), who, when, text));
    }
}
