package org.restante.mailstore.imap;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.restante.mailstore.MailboxName;

/**
 * The character between the levels of a mailbox name on one server.
 *
 * @param character empty on a server without hierarchy
 */
record Delimiter(String character) {

    static final Delimiter NONE = new Delimiter("");

    /** Longer and deeper ones are no folder that a person made, and could not be opened: not every server takes such lines. */
    private static final int LONGEST_NAME = 900;

    private static final int DEEPEST = 32;

    /** Reads the delimiter of a LIST answer (RFC 9051 §7.3.1). */
    static Delimiter of(Value value) {
        String text = value.string();
        return new Delimiter(text.length() == 1 ? text : "");
    }

    /** Returns the name as the server writes it. */
    String encode(MailboxName name) {
        return ModifiedUtf7.encode(String.join(character, name.path()));
    }

    /** Returns the mailbox that the server calls so; empty where no address could name it. */
    Optional<MailboxName> decode(byte[] text) {
        if (text.length > LONGEST_NAME) {
            return Optional.empty();
        }
        String name = ModifiedUtf7.decode(text);
        if (!character.isEmpty() && name.length() > 1 && name.endsWith(character)) {
            name = name.substring(0, name.length() - 1);
        }
        List<String> path =
                character.isEmpty() ? List.of(name) : List.of(name.split(Pattern.quote(character), DEEPEST + 1));
        try {
            return path.size() > DEEPEST ? Optional.empty() : Optional.of(new MailboxName(path));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
