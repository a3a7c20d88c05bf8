package org.restante.mailstore.imap;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.restante.mailstore.Criterion;

/** Writes criteria as search keys (RFC 9051 §6.4.4). */
final class SearchKeys {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d-MMM-yyyy", Locale.ENGLISH);

    private SearchKeys() {}

    /** Returns whether a criterion holds text beyond ASCII. */
    static boolean needsUtf8(Criterion criterion) {
        return criterion
                .leaves()
                .anyMatch(leaf -> leaf instanceof Criterion.Contains contains
                        && !StandardCharsets.US_ASCII.newEncoder().canEncode(contains.text()));
    }

    /** Writes a criterion at the end of a command, where what is all of something needs no parentheses. */
    static void writeAll(Criterion criterion, Command command) {
        if (criterion instanceof Criterion.AllOf all && !all.criteria().isEmpty()) {
            all.criteria().forEach(each -> write(each, command));
        } else {
            write(criterion, command);
        }
    }

    private static void write(Criterion criterion, Command command) {
        if (criterion instanceof Criterion.Contains contains) {
            command.atom(contains.field().name()).string(contains.text());
        } else if (criterion instanceof Criterion.Bears bears) {
            command.atom(UidSearch.SYSTEM.getOrDefault(bears.flag(), "KEYWORD " + bears.flag()));
        } else if (criterion instanceof Criterion.SentBefore before) {
            command.atom("SENTBEFORE " + date(before.day()));
        } else if (criterion instanceof Criterion.SentSince since) {
            command.atom("SENTSINCE " + date(since.day()));
        } else if (criterion instanceof Criterion.Larger larger) {
            command.atom("LARGER " + larger.octets());
        } else if (criterion instanceof Criterion.Smaller smaller) {
            command.atom("SMALLER " + smaller.octets());
        } else if (criterion instanceof Criterion.Not not) {
            write(not.criterion(), command.atom("NOT"));
        } else if (criterion instanceof Criterion.AnyOf any) {
            anyOf(any.criteria(), command);
        } else if (criterion instanceof Criterion.AllOf all) {
            allOf(all.criteria(), command);
        } else {
            throw new IllegalArgumentException("no server is asked for this");
        }
    }

    private static String date(LocalDate day) {
        return DATE.format(day);
    }

    private static void anyOf(List<Criterion> criteria, Command command) {
        if (criteria.isEmpty()) {
            command.atom("NOT ALL");
            return;
        }
        int last = criteria.size() - 1;
        for (Criterion each : criteria.subList(0, last)) {
            write(each, command.atom("OR"));
        }
        write(criteria.get(last), command);
    }

    private static void allOf(List<Criterion> criteria, Command command) {
        if (criteria.isEmpty()) {
            command.atom("ALL");
        } else if (criteria.size() == 1) {
            write(criteria.get(0), command);
        } else {
            command.open();
            criteria.forEach(each -> write(each, command));
            command.shut();
        }
    }
}
