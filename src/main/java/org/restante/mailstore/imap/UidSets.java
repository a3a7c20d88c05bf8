package org.restante.mailstore.imap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.restante.mailstore.Uid;

/** Sets of UIDs as commands write them (RFC 9051 §9, sequence-set), cut so that the command lines keep within what servers take. */
final class UidSets {

    /** RFC 2683 §3.2.1.5: some servers take command lines of 1,000 octets at most; the rest is for the command around the set. */
    private static final int LONGEST = 900;

    private UidSets() {}

    /** Nobody asks for more at once; a hostile server could name billions. */
    private static final int MOST = 500_000;

    /** Reads a set that a server wrote, in its order; empty where it is none, or too much. */
    static List<Uid> read(String set) {
        List<Uid> uids = new ArrayList<>();
        for (String range : set.split(",")) {
            String[] ends = range.split(":", 2);
            long from = number(ends[0]);
            long to = number(ends[ends.length - 1]);
            if (from < 1 || to < 1 || Math.abs(to - from) >= MOST - uids.size()) {
                return List.of();
            }
            for (long uid = Math.min(from, to); uid <= Math.max(from, to); uid++) {
                uids.add(new Uid(uid));
            }
        }
        return uids;
    }

    private static long number(String digits) {
        boolean plain = digits.matches("[0-9]{1,10}");
        long number = plain ? Long.parseLong(digits) : 0;
        return number > 0xFFFF_FFFFL ? 0 : number;
    }

    /** Returns the UIDs in ranges such as {@code 3:7,9}, as one or more sets. */
    static List<String> of(Collection<Uid> uids) {
        long[] sorted = uids.stream().mapToLong(Uid::value).sorted().distinct().toArray();
        List<String> sets = new ArrayList<>();
        var set = new StringBuilder();
        for (int from = 0; from < sorted.length; ) {
            int to = from;
            while (to + 1 < sorted.length && sorted[to + 1] == sorted[to] + 1) {
                to++;
            }
            String range = to == from ? "" + sorted[from] : sorted[from] + ":" + sorted[to];
            if (set.length() + range.length() + 1 > LONGEST) {
                sets.add(set.toString());
                set.setLength(0);
            }
            set.append(set.length() == 0 ? "" : ",").append(range);
            from = to + 1;
        }
        if (set.length() > 0) {
            sets.add(set.toString());
        }
        return sets;
    }
}
