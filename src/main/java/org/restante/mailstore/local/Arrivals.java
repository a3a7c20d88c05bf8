package org.restante.mailstore.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.restante.mailstore.pop3.Listed;

/**
 * What lies in a maildrop, each message by a name of its own: its UIDL. Where the server gives several messages the same one, the second
 * and later ones get a number behind a space, which no UIDL holds.
 *
 * @param byName in the order of arrival
 */
record Arrivals(Map<String, Listed> byName) {

    private static final int LONGEST_NAME = 250;

    /** Names what the server named. */
    static Arrivals of(List<Listed> listed) {
        Map<Listed, String> names = new LinkedHashMap<>();
        listed.forEach(message -> message.uidl().ifPresent(uidl -> names.put(message, uidl.value())));
        return of(names);
    }

    /** Takes names from elsewhere, in the order of arrival. */
    static Arrivals of(Map<Listed, String> names) {
        Map<String, Listed> byName = new LinkedHashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        names.forEach((message, name) -> {
            String bounded = Digests.bounded(name, LONGEST_NAME);
            int times = seen.merge(bounded, 1, Integer::sum);
            byName.put(times == 1 ? bounded : bounded + " " + times, message);
        });
        return new Arrivals(byName);
    }

    /** Returns what a second message of that name is called. */
    static String another(String name) {
        return name + " 2";
    }

    /** Returns the names that are not among the known, in the order of arrival. */
    List<String> newTo(Set<String> known) {
        List<String> added = new ArrayList<>(byName.keySet());
        added.removeIf(known::contains);
        return added;
    }
}
