package org.restante.mailstore;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** A generated message to be found, and what a naive reader would say of it. */
record SearchableMessage(
        int number,
        String from,
        String to,
        String cc,
        String subject,
        String body,
        LocalDate day,
        boolean attachment,
        Set<Flag> flags,
        byte[] octets) {

    static final List<String> NAMES = List.of("Anna Berg", "Jürgen Groß", "Ольга Иванова", "山田太郎", "דנה לוי", "Smith");
    static final List<String> WORDS = List.of(
            "report",
            "invoice",
            "Überweisung",
            "café",
            "отчёт",
            "会議",
            "請求書",
            "חשבונית",
            "فاتورة",
            "τιμολόγιο",
            "100%",
            "a_b");
    static final List<Flag> FLAGS = List.of(Flag.SEEN, Flag.FLAGGED, Flag.ANSWERED);

    /** Character sets, and a word that each can write. */
    private static final List<String> CHARSETS =
            List.of("UTF-8", "ISO-8859-1", "KOI8-R", "ISO-2022-JP", "windows-1253", "UTF-8");

    static SearchableMessage of(int number, Random random) {
        String from = NAMES.get(random.nextInt(NAMES.size()));
        String to = NAMES.get(random.nextInt(NAMES.size()));
        String cc = random.nextBoolean() ? NAMES.get(random.nextInt(NAMES.size())) : "";
        String subject = (number % 4 == 0 ? "Re: " : "") + word(random) + " " + word(random) + " no" + number;
        String body = word(random) + " and " + word(random);
        String charset = CHARSETS.stream()
                .filter(each -> Charset.forName(each).newEncoder().canEncode(body))
                .skip(random.nextInt(2))
                .findFirst()
                .orElse("UTF-8");
        LocalDate day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(120));
        boolean attachment = random.nextInt(3) == 0;
        List<Flag> flags = new ArrayList<>();
        FLAGS.stream().filter(each -> random.nextBoolean()).forEach(flags::add);
        String filler = "x".repeat(70).concat("\r\n").repeat(random.nextInt(40));
        String header = "From: " + person(from, "from" + number % 7) + "\r\nTo: " + person(to, "to" + number % 5)
                + (cc.isEmpty() ? "" : "\r\nCc: " + person(cc, "cc" + number % 3)) + "\r\nSubject: " + encoded(subject)
                + "\r\nDate: "
                + DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
                        .format(day.atTime(12, 0).atOffset(ZoneOffset.UTC))
                + "\r\nMessage-ID: <m" + number + "@example.org>\r\nMIME-Version: 1.0\r\n";
        String text = "Content-Type: text/plain; charset=" + charset
                + "\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString((body + "\r\n" + filler).getBytes(Charset.forName(charset)))
                + "\r\n";
        String whole = header + (attachment ? mixed(text) : text);
        return new SearchableMessage(
                number,
                from + " <from" + number % 7 + "@example.org>",
                to + " <to" + number % 5 + "@example.org>",
                cc.isEmpty() ? "" : cc + " <cc" + number % 3 + "@example.org>",
                subject,
                body,
                day,
                attachment,
                Set.copyOf(flags),
                whole.getBytes(StandardCharsets.US_ASCII));
    }

    private static String mixed(String text) {
        return "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" + text
                + "--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=a.pdf\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\nJVBERi0=\r\n--b--\r\n";
    }

    static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private static String person(String name, String local) {
        return encoded(name) + " <" + local + "@example.org>";
    }

    private static String encoded(String text) {
        return text.chars().allMatch(c -> c < 128)
                ? text
                : "=?UTF-8?B?" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "?=";
    }

    /** Says naively whether this is one of those. */
    boolean is(Criterion criterion) {
        if (criterion instanceof Criterion.Contains contains) {
            String in =
                    switch (contains.field()) {
                        case FROM -> from;
                        case TO -> to;
                        case CC -> cc;
                        case SUBJECT -> subject;
                        case BODY -> body;
                    };
            return in.toLowerCase(Locale.ROOT).contains(contains.text().toLowerCase(Locale.ROOT));
        } else if (criterion instanceof Criterion.Bears bears) {
            return flags.contains(bears.flag());
        } else if (criterion instanceof Criterion.HasAttachment) {
            return attachment;
        } else if (criterion instanceof Criterion.SentBefore before) {
            return day.toEpochDay() < before.day().toEpochDay();
        } else if (criterion instanceof Criterion.SentSince since) {
            return day.toEpochDay() >= since.day().toEpochDay();
        } else if (criterion instanceof Criterion.Larger larger) {
            return octets.length > larger.octets();
        } else if (criterion instanceof Criterion.Smaller smaller) {
            return octets.length < smaller.octets();
        } else if (criterion instanceof Criterion.Not not) {
            return !is(not.criterion());
        } else if (criterion instanceof Criterion.AnyOf any) {
            return any.criteria().stream().anyMatch(this::is);
        }
        return ((Criterion.AllOf) criterion).criteria().stream().allMatch(this::is);
    }
}
