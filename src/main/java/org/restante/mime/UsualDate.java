package org.restante.mime;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Reads the one form that almost all dates have: {@code Mon, 2 Nov 2026 10:00:00 +0100}, or {@code  2-Nov-2026 10:00:00 +0100}. */
final class UsualDate {

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    private final String text;
    private int at;

    private UsualDate(String text) {
        this.text = text;
    }

    /** Returns the time that the text says; empty where it has another form. */
    static Optional<OffsetDateTime> parse(String text) {
        try {
            return Optional.ofNullable(new UsualDate(text).parse());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private OffsetDateTime parse() {
        skip(' ');
        if (at + 4 < text.length() && text.charAt(at + 3) == ',') {
            at += 4;
            skip(' ');
        }
        int day = number(1, 2);
        int month = day < 0 || !takeDivider() ? -1 : month();
        int year = month < 0 || !takeDivider() ? -1 : number(4, 4);
        int hour = year < 0 || !take(' ') ? -1 : number(2, 2);
        int minute = hour < 0 || !take(':') ? -1 : number(2, 2);
        int second = minute < 0 || !take(':') ? -1 : number(2, 2);
        if (second < 0 || second > 59 || !take(' ') || at + 5 > text.length()) {
            return null;
        }
        int sign = text.charAt(at) == '+' ? 1 : text.charAt(at) == '-' ? -1 : 0;
        at++;
        int hours = number(2, 2);
        int minutes = number(2, 2);
        boolean ended = at == text.length() || text.startsWith(" (", at) && text.indexOf('(', at + 2) < 0;
        if (sign == 0 || hours < 0 || minutes < 0 || !ended) {
            return null;
        }
        ZoneOffset offset = ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
        return OffsetDateTime.of(year, month, day, hour, minute, second, 0, offset);
    }

    private void skip(char c) {
        while (at < text.length() && text.charAt(at) == c) {
            at++;
        }
    }

    private boolean takeDivider() {
        return take(' ') || take('-');
    }

    private boolean take(char c) {
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    /** Returns the number that stands here with so many digits, else -1. */
    private int number(int least, int most) {
        int number = 0;
        int from = at;
        while (at < text.length() && at - from < most && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            number = number * 10 + text.charAt(at++) - '0';
        }
        return at - from < least ? -1 : number;
    }

    private int month() {
        for (int i = 0; i < MONTHS.length(); i += 3) {
            if (text.regionMatches(true, at, MONTHS, i, 3)) {
                at += 3;
                return i / 3 + 1;
            }
        }
        return -1;
    }
}
