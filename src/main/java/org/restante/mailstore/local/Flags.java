package org.restante.mailstore.local;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.restante.mailstore.Flag;

/** Flags as they lie in the database: {@code \Seen} in a column of its own, since it is counted; the others as words. */
final class Flags {

    private Flags() {}

    static Set<Flag> read(boolean seen, String words) {
        Set<Flag> flags = new LinkedHashSet<>();
        if (seen) {
            flags.add(Flag.SEEN);
        }
        for (String word : words.split(" ")) {
            if (!word.isEmpty()) {
                flags.add(new Flag(word));
            }
        }
        return flags;
    }

    static String words(Set<Flag> flags) {
        return flags.stream()
                .filter(flag -> !flag.equals(Flag.SEEN))
                .map(Flag::name)
                .collect(Collectors.joining(" "));
    }
}
