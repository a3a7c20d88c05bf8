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
