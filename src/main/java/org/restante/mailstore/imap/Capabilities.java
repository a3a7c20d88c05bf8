package org.restante.mailstore.imap;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the server announces that it can do (RFC 9051 §7.2.2). */
final class Capabilities {

    private static final int MOST = 500;

    private final Set<String> names = new HashSet<>();

    boolean has(String name) {
        return names.contains(name);
    }

    boolean areKnown() {
        return !names.isEmpty();
    }

    void forget() {
        names.clear();
    }

    /** Learns from an answer that names them, as a CAPABILITY answer or in the code of a status answer; passes over all others. */
    void take(Answer answer) {
        if (answer.is("CAPABILITY")) {
            names.clear();
            answer.values().stream()
                    .limit(MOST)
                    .forEach(value -> names.add(value.string().toUpperCase(Locale.ROOT)));
        } else if (!answer.code().isEmpty() && answer.codeName().equals("CAPABILITY")) {
            names.clear();
            names.addAll(List.of(answer.codeArgument().toUpperCase(Locale.ROOT).split(" +", MOST)));
        }
    }

    /** Asks the server for them. */
    void ask(ImapWire wire) {
        names.clear();
        take(wire.exchange(Command.of("CAPABILITY"), this::take));
    }
}
