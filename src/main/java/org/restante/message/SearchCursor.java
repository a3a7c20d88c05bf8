package org.restante.message;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.SearchPosition;
import org.restante.mailstore.UidValidity;

/**
 * Where a search goes on.
 *
 * @param after the UIDs of what is found there next are lower than this
 */
record SearchCursor(MailboxName folder, UidValidity uidValidity, SearchPosition position, long after) {

    private static final Pattern FORM = Pattern.compile("(.+)/(\\d{1,10})-(\\d{1,19})-(\\d{1,19})-(\\d{1,19})");

    /** Returns what {@link #of} reads. */
    String key() {
        return folder.toAddress() + "/" + uidValidity + "-" + position.left() + "-" + position.below() + "-" + after;
    }

    /**
     * Reads what {@link #key()} wrote.
     *
     * @throws IllegalArgumentException where the text is not of that form
     */
    static SearchCursor of(String key) {
        Matcher match = FORM.matcher(key);
        if (!match.matches()) {
            throw new IllegalArgumentException("not a place in a search");
        }
        return new SearchCursor(
                MailboxName.fromAddress(match.group(1)),
                new UidValidity(Long.parseLong(match.group(2))),
                new SearchPosition(Long.parseLong(match.group(3)), Long.parseLong(match.group(4))),
                Long.parseLong(match.group(5)));
    }
}
