package org.restante.settings;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.restante.web.Texts;

/**
 * A shortcut as pages show it.
 *
 * @param value the keystroke as it is typed into the form
 * @param caps what is on its keys
 * @param error what is wrong with what was sent; null: nothing
 */
record ShortcutField(
        String key,
        String label,
        String value,
        List<String> caps,
        @Nullable String error) {

    /** Returns those that lead to places, or those that act on messages. */
    static List<ShortcutField> of(Keys keys, boolean places, Texts texts) {
        return Stream.of(Shortcut.values())
                .filter(shortcut -> shortcut.isPlace() == places)
                .map(shortcut -> of(shortcut, keys, texts))
                .toList();
    }

    private static ShortcutField of(Shortcut shortcut, Keys keys, Texts texts) {
        Keystroke keystroke = keys.of(shortcut);
        return new ShortcutField(
                shortcut.key(),
                label(shortcut, texts),
                keystroke.written(),
                keystroke.caps(),
                keystroke.isPossible() ? taken(shortcut, keys, texts) : texts.get("shortcuts.error.form"));
    }

    @Nullable
    private static String taken(Shortcut shortcut, Keys keys, Texts texts) {
        return keys.rival(shortcut)
                .map(rival -> texts.get("shortcuts.error.taken", label(rival, texts)))
                .orElse(null);
    }

    private static String label(Shortcut shortcut, Texts texts) {
        return switch (shortcut) {
            case INBOX, DRAFTS, SENT -> texts.get("folder." + shortcut.key());
            case WRITE -> texts.get("compose.title");
            case REPLY, REPLY_ALL, FORWARD -> texts.get("compose." + shortcut.key());
            default -> texts.get("shortcuts." + shortcut.key());
        };
    }
}
