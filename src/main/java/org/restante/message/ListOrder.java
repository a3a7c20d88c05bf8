package org.restante.message;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.restante.mailstore.MessageOrder;
import org.restante.mailstore.MessageOrder.Key;

/** In which order a list stands, as its address says it: {@code from} or {@code size}, the other way round {@code -from}. */
record ListOrder(MessageOrder order) {

    /** Reads what an address says; what is not known there is the order of arrival. */
    static ListOrder of(String name) {
        boolean reversed = name.startsWith("-");
        Optional<Key> key = Arrays.stream(Key.values())
                .filter(each -> word(each).equals(reversed ? name.substring(1) : name))
                .findFirst();
        return new ListOrder(key.map(known -> new MessageOrder(known, reversed)).orElse(MessageOrder.NATURAL));
    }

    private static String word(Key key) {
        return key.name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether it is another than the order of arrival. */
    boolean isOn() {
        return !order.equals(MessageOrder.NATURAL);
    }

    /** Returns whether the days of its rows follow each other. */
    boolean isOfDays() {
        return order.key() == Key.ARRIVAL || order.key() == Key.DATE;
    }

    /** Returns what the address says; empty: nothing. */
    String name() {
        return isOn() ? (order.reversed() ? "-" : "") + word(order.key()) : "";
    }

    /** Returns what the addresses of the list's other pages end with. */
    String further() {
        return isOn() ? "&sort=" + URLEncoder.encode(name(), StandardCharsets.UTF_8) : "";
    }
}
