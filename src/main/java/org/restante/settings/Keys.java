package org.restante.settings;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which keystroke does what for a person. */
final class Keys {

    /** The name of the preference that holds what differs from the standard, with a tab between one and the next. */
    static final String PREFERENCE = "keys";

    private final Map<Shortcut, Keystroke> keystrokes = new EnumMap<>(Shortcut.class);

    private Keys(Map<Shortcut, Keystroke> changed) {
        Arrays.stream(Shortcut.values()).forEach(shortcut -> keystrokes.put(shortcut, shortcut.standard()));
        keystrokes.putAll(changed);
    }

    static Keys standard() {
        return new Keys(Map.of());
    }

    /** Reads what {@link #kept} returned; what this release does not know is passed over. */
    static Keys read(String kept) {
        Map<Shortcut, Keystroke> changed = new EnumMap<>(Shortcut.class);
        for (String one : kept.split("\t")) {
            int space = one.indexOf(' ');
            if (space > 0) {
                Shortcut.of(one.substring(0, space))
                        .ifPresent(shortcut -> changed.put(shortcut, new Keystroke(one.substring(space + 1))));
            }
        }
        return new Keys(changed);
    }

    /** Reads a form; what it does not hold stays as it is. */
    Keys changed(Map<String, String> sent) {
        Map<Shortcut, Keystroke> changed = new EnumMap<>(keystrokes);
        changed.replaceAll((shortcut, now) -> Optional.ofNullable(sent.get(shortcut.key()))
                .map(Keystroke::typed)
                .orElse(now));
        return new Keys(changed);
    }

    Keystroke of(Shortcut shortcut) {
        return keystrokes.get(shortcut);
    }

    /** Returns another shortcut whose keystroke gets in the way of this one's. */
    Optional<Shortcut> rival(Shortcut shortcut) {
        return keystrokes.keySet().stream()
                .filter(other -> other != shortcut && of(other).collidesWith(of(shortcut)))
                .findFirst();
    }

    /** Returns whether each keystroke can be pressed, and does one thing. */
    boolean areSound() {
        return keystrokes.keySet().stream()
                .allMatch(
                        shortcut -> of(shortcut).isPossible() && rival(shortcut).isEmpty());
    }

    /** Returns what is kept of them: only what differs, so that a new standard reaches those who chose nothing else. */
    String kept() {
        return keystrokes.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(entry.getKey().standard()))
                .map(Keys::line)
                .collect(Collectors.joining("\t"));
    }

    /** Returns all of them as scripts read them: a line each, with the shortcut's name before the keystroke. */
    String lines() {
        return keystrokes.entrySet().stream()
                .filter(entry -> !entry.getValue().written().isEmpty())
                .map(Keys::line)
                .collect(Collectors.joining("\n"));
    }

    private static String line(Map.Entry<Shortcut, Keystroke> entry) {
        return entry.getKey().key() + " " + entry.getValue().written();
    }
}
