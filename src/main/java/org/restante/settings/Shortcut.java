package org.restante.settings;

import java.util.Arrays;
import java.util.Optional;

/** Something that a key does. */
enum Shortcut {
    NEXT("next", "j"),
    PREVIOUS("previous", "k"),
    OPEN("open", "o"),
    BACK("back", "u"),
    SELECT("select", "x"),
    SELECT_ALL("selectAll", "* a"),
    SELECT_NONE("selectNone", "* n"),
    FLAG("flag", "s"),
    SEEN("seen", "I"),
    UNSEEN("unseen", "U"),
    WRITE("write", "c"),
    REPLY("reply", "r"),
    REPLY_ALL("replyAll", "a"),
    FORWARD("forward", "f"),
    ARCHIVE("archive", "e"),
    DELETE("delete", "#"),
    JUNK("junk", "!"),
    MOVE("move", "v"),
    LABEL("label", "l"),
    UNDO("undo", "z"),
    INBOX("inbox", "g i"),
    DRAFTS("drafts", "g d"),
    SENT("sent", "g t"),
    PALETTE("palette", "/"),
    HELP("help", "?");

    private final String key;
    private final String standard;

    Shortcut(String key, String standard) {
        this.key = key;
        this.standard = standard;
    }

    static Optional<Shortcut> of(String key) {
        return Arrays.stream(values())
                .filter(shortcut -> shortcut.key.equals(key))
                .findFirst();
    }

    /** Returns what it is called in rows, forms, scripts and names of texts. */
    String key() {
        return key;
    }

    /** Returns the keystroke that does it unless the person chose another. */
    Keystroke standard() {
        return Keystroke.typed(standard);
    }

    /** Returns whether it leads to a place rather than acting on messages. */
    boolean isPlace() {
        return compareTo(INBOX) >= 0;
    }
}
