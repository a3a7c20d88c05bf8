package org.restante.mailstore;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Some messages of one mailbox as they were at one time: what comes later is not among them.
 *
 * @param uids in ascending order, each once
 */
public record MessageSet(MailboxName mailbox, UidValidity uidValidity, List<Uid> uids) {

    /** What is given by a form could name billions. */
    private static final int MOST = 500_000;

    private static final Pattern RANGE = Pattern.compile("([1-9][0-9]{0,9})(?::([1-9][0-9]{0,9}))?");

    public MessageSet {
        uids = uids.stream().sorted().distinct().toList();
    }

    /** Returns the messages by their keys. */
    public List<MessageRef> refs() {
        return uids.stream()
                .map(uid -> new MessageRef(mailbox, uidValidity, uid))
                .toList();
    }

    /** Returns the page of them that is asked for, the newest first, and how many newer ones stand before it. */
    public Part part(PageRequest request) {
        int size = request.size();
        int before;
        if (request instanceof PageRequest.Below below) {
            before = (int) uids.stream()
                    .filter(uid -> uid.compareTo(below.ref().uid()) >= 0)
                    .count();
        } else {
            int last = uids.isEmpty() ? 0 : (uids.size() - 1) / size;
            before = Math.min(((PageRequest.Numbered) request).number() - 1, last) * size;
        }
        List<Uid> page = new ArrayList<>(uids.subList(Math.max(0, uids.size() - before - size), uids.size() - before));
        Collections.reverse(page);
        return new Part(before, page);
    }

    /**
     * Some of them.
     *
     * @param before how many newer ones there are
     * @param uids the newest first
     */
    public record Part(long before, List<Uid> uids) {}

    /** Returns how many they are. */
    public int size() {
        return uids.size();
    }

    /** Returns the set within its mailbox as forms carry it: {@code UIDVALIDITY-3:7,9}; with nothing after the dash where it is empty. */
    public String key() {
        var key = new StringBuilder(uidValidity + "-");
        for (int from = 0; from < uids.size(); ) {
            int to = from;
            while (to + 1 < uids.size()
                    && uids.get(to + 1).value() == uids.get(to).value() + 1) {
                to++;
            }
            key.append(from == 0 ? "" : ",").append(uids.get(from)).append(to == from ? "" : ":" + uids.get(to));
            from = to + 1;
        }
        return key.toString();
    }

    /**
     * Reads what {@link #key()} wrote.
     *
     * @throws IllegalArgumentException where the text is not of that form, or names more than anybody has
     */
    public static MessageSet of(MailboxName mailbox, String key) {
        int dash = key.indexOf('-');
        if (dash < 1 || dash > 10) {
            throw new IllegalArgumentException("not a set of messages");
        }
        List<Uid> uids = new ArrayList<>();
        for (String range : key.substring(dash + 1).split(",")) {
            if (!range.isEmpty()) {
                addRange(uids, range);
            }
        }
        return new MessageSet(mailbox, new UidValidity(Long.parseLong(key.substring(0, dash))), uids);
    }

    private static void addRange(List<Uid> uids, String range) {
        var match = RANGE.matcher(range);
        if (!match.matches()) {
            throw new IllegalArgumentException("not a set of messages");
        }
        long from = Long.parseLong(match.group(1));
        long to = match.group(2) == null ? from : Long.parseLong(match.group(2));
        if (to < from || to - from >= MOST - uids.size()) {
            throw new IllegalArgumentException("not a set of messages");
        }
        for (long uid = from; uid <= to; uid++) {
            uids.add(new Uid(uid));
        }
    }
}
