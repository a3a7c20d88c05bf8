package org.restante.mailstore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The name of a mailbox as its path from the root, in Unicode (RFC 9051 §5.1); the adapter knows the server's separator.
 *
 * @param path at least one name; none holds CR, LF or NUL. {@code INBOX} in any case is written {@code INBOX}
 * @throws IllegalArgumentException where the path is empty or a name holds a refused character
 */
public record MailboxName(List<String> path) {

    /** The mailbox that every account has. */
    public static final MailboxName INBOX = MailboxName.of("INBOX");

    public MailboxName {
        if (path.isEmpty() || path.stream().allMatch(String::isEmpty)) {
            throw new IllegalArgumentException("a folder needs a name");
        }
        if (path.stream().anyMatch(name -> name.chars().anyMatch(c -> c == 0 || c == '\r' || c == '\n'))) {
            throw new IllegalArgumentException("a folder's name must not hold line breaks");
        }
        path = path.get(0).equalsIgnoreCase("INBOX") ? withInbox(path) : List.copyOf(path);
    }

    private static List<String> withInbox(List<String> path) {
        var copy = new ArrayList<>(path);
        copy.set(0, "INBOX");
        return List.copyOf(copy);
    }

    /** Returns the mailbox with this path. */
    public static MailboxName of(String... path) {
        return new MailboxName(List.of(path));
    }

    /** Returns the last name of the path. */
    public String leaf() {
        return path.get(path.size() - 1);
    }

    /** Returns the mailbox above this one, if any. */
    public Optional<MailboxName> parent() {
        return path.size() == 1 ? Optional.empty() : Optional.of(new MailboxName(path.subList(0, path.size() - 1)));
    }

    /** Returns whether this lies somewhere below another mailbox. */
    public boolean isBelow(MailboxName above) {
        int levels = above.path.size();
        return path.size() > levels && path.subList(0, levels).equals(above.path);
    }

    /** Returns what a mailbox below or at one name is called when that is renamed to another. */
    public MailboxName moved(MailboxName from, MailboxName to) {
        List<String> moved = new ArrayList<>(to.path);
        moved.addAll(path.subList(from.path.size(), path.size()));
        return new MailboxName(moved);
    }

    /** Returns the mailbox of that name directly below this one. */
    public MailboxName child(String name) {
        List<String> child = new ArrayList<>(path);
        child.add(name);
        return new MailboxName(child);
    }

    /** Returns whether this is {@code INBOX}. */
    public boolean isInbox() {
        return path.size() == 1 && path.get(0).equals("INBOX");
    }

    /** Returns the one address segment that stands for this name: see {@link MailboxAddress}. */
    public String toAddress() {
        return MailboxAddress.encode(this);
    }

    /**
     * Returns the mailbox that an address segment stands for.
     *
     * @throws IllegalArgumentException where the segment is not one that {@link #toAddress()} makes
     */
    public static MailboxName fromAddress(String segment) {
        return MailboxAddress.decode(segment);
    }
}
