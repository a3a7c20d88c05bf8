package org.restante.mailstore.imap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.restante.mailstore.Uid;

/** Which UIDs the sequence numbers of the pages shown last had (RFC 9051 §2.3.1). Numbers shift, so this only helps to ask the right thing. */
final class KnownNumbers {

    /**
     * Consecutive numbers.
     *
     * @param first the lowest number
     * @param uids of this number and those after it, each as the 32 bits that it has
     */
    record Run(long first, int[] uids) {

        private long last() {
            return first + uids.length - 1;
        }

        private boolean touches(Run other) {
            return first <= other.last() && other.first <= last();
        }

        private boolean agreesWith(Run other) {
            int from = (int) (Math.max(first, other.first) - first);
            int to = (int) (Math.min(last(), other.last()) - first) + 1;
            int shift = (int) (first - other.first);
            return Arrays.equals(uids, from, to, other.uids, from + shift, to + shift);
        }

        private Run joined(Run other) {
            long lowest = Math.min(first, other.first);
            int[] all = new int[(int) (Math.max(last(), other.last()) - lowest) + 1];
            System.arraycopy(other.uids, 0, all, (int) (other.first - lowest), other.uids.length);
            System.arraycopy(uids, 0, all, (int) (first - lowest), uids.length);
            return new Run(lowest, all);
        }
    }

    static final KnownNumbers NONE = new KnownNumbers(List.of());
    private static final int MOST_RUNS = 12;
    private static final int MOST_NUMBERS = 1_000;
    private static final int LONGEST_RUN = 500;

    private final List<Run> runs;

    private KnownNumbers(List<Run> runs) {
        this.runs = runs;
    }

    /** Returns these and a run, which is joined with those that have numbers in common with it, and takes their place where they differ. */
    KnownNumbers with(Run run) {
        Run same = find(run.first);
        if (same != null && same.last() >= run.last() && same.agreesWith(run)) {
            return this;
        }
        List<Run> others = new ArrayList<>();
        Run grown = run;
        for (Run each : runs) {
            if (!each.touches(grown)) {
                others.add(each);
            } else if (each.agreesWith(grown) && each.uids.length + grown.uids.length <= LONGEST_RUN) {
                grown = grown.joined(each);
            }
        }
        others.add(0, grown);
        return new KnownNumbers(bounded(others));
    }

    private static List<Run> bounded(List<Run> newestFirst) {
        List<Run> kept = new ArrayList<>();
        int numbers = 0;
        for (Run each : newestFirst) {
            numbers += each.uids.length;
            if (kept.isEmpty() || kept.size() < MOST_RUNS && numbers <= MOST_NUMBERS) {
                kept.add(each);
            }
        }
        return List.copyOf(kept);
    }

    private Run find(long number) {
        for (Run each : runs) {
            if (number >= each.first && number <= each.last()) {
                return each;
            }
        }
        return null;
    }

    /** Returns the UID that a number had; 0 where it is not known. */
    long uid(long number) {
        Run run = find(number);
        return run == null ? 0 : Integer.toUnsignedLong(run.uids[(int) (number - run.first)]);
    }

    /** Returns the number that a message had. */
    OptionalLong number(Uid uid) {
        for (Run each : runs) {
            for (int i = 0; i < each.uids.length; i++) {
                if (Integer.toUnsignedLong(each.uids[i]) == uid.value()) {
                    return OptionalLong.of(each.first + i);
                }
            }
        }
        return OptionalLong.empty();
    }

    /** Returns roughly how many octets of memory they take. */
    int weight() {
        return runs.stream().mapToInt(run -> 48 + 4 * run.uids.length).sum();
    }
}
