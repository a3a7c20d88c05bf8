package org.restante.mailstore.imap;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.restante.mailstore.Mailbox;
import org.restante.mailstore.MailboxName;

/** Collects what the server says of the account's mailboxes: LIST and STATUS answers (RFC 9051 §7.3.1, §7.3.4), in any order. */
final class Listing {

    /** A mailbox as listed: its name in the server's own octets, and its attributes in lower case. */
    record Listed(MailboxName name, byte[] raw, Set<String> attributes) {

        boolean isSelectable() {
            return !attributes.contains("\\noselect") && !attributes.contains("\\nonexistent");
        }
    }

    private record Counts(long total, long unseen) {}

    /** More than that is nobody's; a hostile server could name millions. */
    private static final int MOST = 20_000;

    private final Map<MailboxName, Listed> listed = new LinkedHashMap<>();
    private final Map<String, Counts> counts = new LinkedHashMap<>();

    /** Learns from a LIST or STATUS answer, and passes over all others. */
    void take(Answer answer) {
        if (answer.is("LIST") && listed.size() < MOST) {
            takeListed(answer);
        } else if (answer.is("STATUS") && counts.size() < MOST) {
            Value items = answer.at(1);
            counts.put(answer.at(0).string(), new Counts(item(items, "messages"), item(items, "unseen")));
        }
    }

    private void takeListed(Answer answer) {
        Set<String> attributes = answer.at(0).list().stream().map(Value::lower).collect(Collectors.toUnmodifiableSet());
        byte[] raw =
                answer.values().size() > 3 ? unquoted(answer) : answer.at(2).octets();
        Delimiter.of(answer.at(1))
                .decode(raw)
                .ifPresent(name -> listed.putIfAbsent(name, new Listed(name, raw, attributes)));
    }

    /** Some servers forget the quotes around a name with spaces; a list that follows holds extended data. */
    private static byte[] unquoted(Answer answer) {
        String name = answer.values().stream()
                .skip(2)
                .takeWhile(Value::isText)
                .map(Value::string)
                .collect(Collectors.joining(" "));
        return name.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static long item(Value items, String name) {
        for (int i = 0; i + 1 < items.list().size(); i += 2) {
            if (items.at(i).lower().equals(name)) {
                return items.at(i + 1).number();
            }
        }
        return -1;
    }

    boolean isEmpty() {
        return listed.isEmpty();
    }

    /** Returns all that were listed, in the server's order. */
    List<Listed> all() {
        return List.copyOf(listed.values());
    }

    /** Returns the mailboxes, each after the levels above it; levels that the server left out appear as not selectable. */
    List<Mailbox> mailboxes() {
        var roles = Roles.of(all());
        Map<MailboxName, Mailbox> ordered = new LinkedHashMap<>();
        for (Listed each : listed.values()) {
            for (MailboxName level : withLevelsAbove(each.name)) {
                ordered.computeIfAbsent(level, name -> mailbox(name, roles));
            }
        }
        return List.copyOf(ordered.values());
    }

    private static List<MailboxName> withLevelsAbove(MailboxName name) {
        List<MailboxName> levels = new ArrayList<>(List.of(name));
        for (var above = name.parent(); above.isPresent(); above = above.get().parent()) {
            if (above.get().path().stream().allMatch(String::isEmpty)) {
                break;
            }
            levels.add(0, above.get());
        }
        return levels;
    }

    private Mailbox mailbox(MailboxName name, Roles roles) {
        Listed each = listed.get(name);
        if (each == null || !each.isSelectable()) {
            return new Mailbox(name, roles.of(name), false, OptionalLong.empty(), OptionalLong.empty());
        }
        Counts known = counts.getOrDefault(Value.text(each.raw).string(), new Counts(-1, -1));
        return new Mailbox(name, roles.of(name), true, known(known.total), known(known.unseen));
    }

    private static OptionalLong known(long count) {
        return count < 0 ? OptionalLong.empty() : OptionalLong.of(count);
    }
}
