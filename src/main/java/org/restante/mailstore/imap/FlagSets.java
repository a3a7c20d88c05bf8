package org.restante.mailstore.imap;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.restante.mailstore.Flag;

/** Reads the flags of a message (RFC 9051 §2.3.2). Almost all messages have some of the same few, and those sets are made once. */
final class FlagSets {

    private static final List<Flag> USUAL = List.of(
            Flag.SEEN,
            Flag.FLAGGED,
            Flag.ANSWERED,
            Flag.DELETED,
            Flag.DRAFT,
            Flag.FORWARDED,
            Flag.HAS_ATTACHMENT,
            new Flag("$HasNoAttachment"));

    private static final String[] NAMES =
            USUAL.stream().map(flag -> flag.name().toLowerCase(Locale.ROOT)).toArray(String[]::new);

    private static final List<Set<Flag>> SETS = Stream.iterate(0, bits -> bits + 1)
            .limit(1 << NAMES.length)
            .map(FlagSets::set)
            .toList();

    private FlagSets() {}

    private static Set<Flag> set(int bits) {
        Set<Flag> set = new HashSet<>();
        for (int i = 0; i < NAMES.length; i++) {
            if ((bits >> i & 1) == 1) {
                set.add(USUAL.get(i));
            }
        }
        return Set.copyOf(set);
    }

    static Set<Flag> read(List<Value> names) {
        int bits = 0;
        for (Value name : names) {
            int bit = bit(name);
            if (bit == 0) {
                return readOdd(names);
            }
            bits |= bit;
        }
        return SETS.get(bits);
    }

    private static int bit(Value name) {
        for (int i = 0; i < NAMES.length; i++) {
            if (name.is(NAMES[i])) {
                return 1 << i;
            }
        }
        return 0;
    }

    private static Set<Flag> readOdd(List<Value> names) {
        Set<Flag> flags = new HashSet<>();
        for (Value name : names) {
            try {
                flags.add(new Flag(name.string()));
            } catch (IllegalArgumentException e) {
                // A flag that cannot be named cannot be shown or set either.
            }
        }
        return Set.copyOf(flags);
    }
}
