package org.restante.mailstore;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Messages of one mailbox in an order. */
public final class UidOrder {

    private final int[] uids;

    private UidOrder(int[] uids) {
        this.uids = uids;
    }

    /** Returns messages in the order in which they are given. */
    public static UidOrder of(Collection<Uid> uids) {
        return new UidOrder(uids.stream().mapToInt(uid -> (int) uid.value()).toArray());
    }

    /** Returns how many they are. */
    public int size() {
        return uids.length;
    }

    /** Returns those that are in a set, in this order. */
    public UidOrder among(MessageSet set) {
        long[] wanted = set.uids().stream().mapToLong(Uid::value).toArray();
        return new UidOrder(Arrays.stream(uids)
                .filter(uid -> Arrays.binarySearch(wanted, Integer.toUnsignedLong(uid)) >= 0)
                .toArray());
    }

    /** Returns the page of them that is asked for, and how many stand before it; the first one below a message that is not among them. */
    public MessageSet.Part part(PageRequest request) {
        int last = uids.length == 0 ? 0 : (uids.length - 1) / request.size();
        int before = request instanceof PageRequest.Numbered numbered
                ? Math.min(numbered.number() - 1, last) * request.size()
                : indexOf(((PageRequest.Below) request).ref().uid()) + 1;
        List<Uid> page = Arrays.stream(uids, before, Math.min(uids.length, before + request.size()))
                .mapToObj(uid -> new Uid(Integer.toUnsignedLong(uid)))
                .toList();
        return new MessageSet.Part(before, page);
    }

    private int indexOf(Uid uid) {
        for (int i = 0; i < uids.length; i++) {
            if (uids[i] == (int) uid.value()) {
                return i;
            }
        }
        return -1;
    }
}
