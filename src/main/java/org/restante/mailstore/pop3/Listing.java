package org.restante.mailstore.pop3;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Reads the answers to UIDL and LIST. */
final class Listing {

    private static final long MOST_OCTETS = 64 << 20;
    private static final int LONGEST_UIDL = 1000;

    private final Map<Integer, Uidl> uidls = new TreeMap<>();
    private final Map<Integer, Long> sizes = new TreeMap<>();
    private boolean uidlKnown;

    /**
     * Asks for both.
     *
     * @param pipelined whether the server takes the second command before it has answered the first
     */
    static List<Listed> ask(Pop3Wire wire, boolean pipelined) {
        var listing = new Listing();
        wire.begin();
        wire.send(pipelined ? List.of("UIDL", "LIST") : List.of("UIDL"));
        listing.uidlKnown = wire.status().ok();
        if (listing.uidlKnown) {
            read(wire, (number, rest) -> listing.uidls.putIfAbsent(number, uidl(rest)));
        }
        Status list = pipelined ? wire.status() : wire.exchange("LIST");
        if (!list.ok()) {
            throw Refusals.of(list);
        }
        read(wire, (number, rest) -> listing.sizes.putIfAbsent(number, size(rest)));
        return listing.joined();
    }

    private static void read(Pop3Wire wire, BiConsumer<Integer, String> entry) {
        MultilineAnswer lines = wire.lines(MOST_OCTETS);
        for (String line = lines.line(); line != null; line = lines.line()) {
            wire.weigh(line.length());
            String[] words = words(line);
            long number = number(words[0]);
            if (number > 0 && number <= Integer.MAX_VALUE) {
                entry.accept((int) number, words[1]);
            }
        }
    }

    /** Splits a line at its first blanks; there are many lines. */
    private static String[] words(String line) {
        String text = line.strip();
        int end = 0;
        while (end < text.length() && text.charAt(end) > ' ') {
            end++;
        }
        return new String[] {text.substring(0, end), text.substring(end).strip()};
    }

    private static Uidl uidl(String text) {
        return new Uidl(text.length() > LONGEST_UIDL ? text.substring(0, LONGEST_UIDL) : text);
    }

    private static long size(String rest) {
        return Math.max(0, number(words(rest)[0]));
    }

    private static long number(String digits) {
        if (digits.isEmpty() || digits.length() >= 18) {
            return -1;
        }
        long number = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** What UIDL names is there, whatever LIST says; without UIDL, what LIST says. */
    private List<Listed> joined() {
        List<Listed> joined = new ArrayList<>();
        for (int number : uidlKnown ? uidls.keySet() : sizes.keySet()) {
            Optional<Uidl> uidl = Optional.ofNullable(uidls.get(number))
                    .filter(named -> !named.value().isEmpty());
            joined.add(new Listed(number, uidl, sizes.getOrDefault(number, 0L)));
        }
        return joined;
    }
}
