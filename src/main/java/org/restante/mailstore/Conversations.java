package org.restante.mailstore;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Which messages of a mailbox belong together. */
public final class Conversations {

    private final int[][] all;
    private final long searched;

    private Conversations(int[][] all, long searched) {
        this.all = all;
        this.searched = searched;
    }

    /**
     * Returns conversations of these messages.
     *
     * @param searched of how many of the newest messages, since the others were not looked at; 0: of all
     */
    public static Conversations of(Collection<List<Uid>> conversations, long searched) {
        return new Conversations(
                conversations.stream()
                        .map(each ->
                                each.stream().mapToInt(uid -> (int) uid.value()).toArray())
                        .toArray(int[][]::new),
                searched);
    }

    /** Returns the conversations, each with its messages. */
    public List<List<Uid>> all() {
        return Arrays.stream(all).map(Conversations::uids).toList();
    }

    /** Returns how many of the newest messages these are, since the others were not looked at; 0: all. */
    public long searched() {
        return searched;
    }

    /** Returns roughly how many octets of memory they take. */
    public int weight() {
        return Arrays.stream(all).mapToInt(each -> 24 + 4 * each.length).sum();
    }

    /** Returns the messages of the conversation that a message belongs to; it alone where it is in none. */
    public List<Uid> with(Uid uid) {
        for (int[] each : all) {
            for (int one : each) {
                if (one == (int) uid.value()) {
                    return uids(each);
                }
            }
        }
        return List.of(uid);
    }

    private static List<Uid> uids(int[] each) {
        return Arrays.stream(each)
                .mapToObj(uid -> new Uid(Integer.toUnsignedLong(uid)))
                .sorted()
                .toList();
    }
}
