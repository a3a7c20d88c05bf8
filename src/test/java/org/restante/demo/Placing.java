package org.restante.demo;

import jakarta.mail.Flags;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a demo message lies, since when, and what is particular to this copy of it: {@code INBOX 2d@09:14 unread | first | second}. The
 * age is {@code 40m}, {@code 3h} or {@code 2d@09:14}; flags are {@code unread}, {@code flagged}, {@code answered}, {@code forwarded},
 * {@code deleted} and {@code draft}.
 *
 * @param variables what {@code $1}, {@code $2} … stand for
 */
record Placing(String folder, ZonedDateTime date, List<String> flags, List<String> variables) {

    private static final Pattern VARIABLE = Pattern.compile("\\$([1-9])");
    private static final Pattern DAY = Pattern.compile("\\{([+-][0-9]+)d(?: ([^}]+))?}");

    static Placing of(String line, ZonedDateTime now) {
        List<String> columns = List.of(line.split("\\s*\\|\\s*"));
        List<String> words = List.of(columns.get(0).trim().split("\\s+"));
        return new Placing(
                words.get(0),
                since(words.get(1), now),
                words.subList(2, words.size()),
                columns.subList(1, columns.size()));
    }

    private static ZonedDateTime since(String age, ZonedDateTime now) {
        String[] parts = age.split("(?<=[mhd])@?");
        long count = Long.parseLong(parts[0].substring(0, parts[0].length() - 1));
        return switch (parts[0].charAt(parts[0].length() - 1)) {
            case 'm' -> now.minusMinutes(count);
            case 'h' -> now.minusHours(count);
            default -> now.minusDays(count).with(LocalTime.parse(parts[1]));
        };
    }

    /** Returns the text with its variables, and with days relative to this message: {@code {+3d}}, <code>{-1d d.M.yyyy}</code>. */
    String fill(String text) {
        String filled = VARIABLE.matcher(text)
                .replaceAll(match ->
                        java.util.regex.Matcher.quoteReplacement(variables.get(Integer.parseInt(match.group(1)) - 1)));
        return DAY.matcher(filled).replaceAll(this::day);
    }

    private String day(MatchResult match) {
        String pattern = match.group(2) == null ? "EEEE, d MMMM" : match.group(2);
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                .format(date.plusDays(Long.parseLong(match.group(1))));
    }

    /** Returns the flags as a mail server keeps them. */
    Flags imapFlags() {
        Flags result = new Flags();
        if (!flags.contains("unread")) {
            result.add(Flags.Flag.SEEN);
        }
        flags.forEach(flag -> mark(result, flag));
        return result;
    }

    private static void mark(Flags flags, String word) {
        switch (word) {
            case "flagged" -> flags.add(Flags.Flag.FLAGGED);
            case "answered" -> flags.add(Flags.Flag.ANSWERED);
            case "deleted" -> flags.add(Flags.Flag.DELETED);
            case "draft" -> flags.add(Flags.Flag.DRAFT);
            case "forwarded" -> flags.add("$Forwarded");
            case "unread" -> {}
            default -> throw new IllegalArgumentException(word + " is not a flag");
        }
    }

    /** Returns whether the message is one that the demo's person wrote. */
    boolean outgoing() {
        return Stream.of("Sent", "Drafts").anyMatch(folder::equals) || flags.contains("draft");
    }
}
