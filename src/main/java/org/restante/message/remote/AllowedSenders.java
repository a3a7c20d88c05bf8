package org.restante.message.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.restante.account.SignedIn;

/**
 * Whose pictures a person always wants to see. It is kept among the account's preferences.
 *
 * @param entries addresses, and domains with an {@code @} before them, in lower case; the latest last
 */
public record AllowedSenders(List<String> entries) {

    /** What it is called among the preferences. */
    private static final String NAME = "images";

    /** A row of preferences has no endless room; the oldest make place. */
    private static final int MOST = 60;

    private static final int MOST_CHARACTERS = 2500;
    private static final int LONGEST = 254;

    /** Returns what the person chose. */
    public static AllowedSenders of(SignedIn person) {
        String kept = person.preferences().getOrDefault(NAME, "");
        return new AllowedSenders(kept.isBlank() ? List.of() : List.of(kept.split(" ")));
    }

    /** Returns whether the sender is among them, or the sender's domain. */
    public boolean allows(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        return isOne(lower) && (entries.contains(lower) || entries.contains(domain(lower)));
    }

    /** Returns these and one more sender. */
    public AllowedSenders withSender(String address) {
        return with(address.toLowerCase(Locale.ROOT));
    }

    /** Returns these and all senders of this one's domain. */
    public AllowedSenders withDomainOf(String address) {
        return with(domain(address.toLowerCase(Locale.ROOT)));
    }

    /** Returns these without the sender and the sender's domain. */
    public AllowedSenders without(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        return new AllowedSenders(entries.stream()
                .filter(entry -> !entry.equals(lower) && !entry.equals(domain(lower)))
                .toList());
    }

    /** Returns what to keep. */
    public Map<String, String> preference() {
        return Map.of(NAME, String.join(" ", entries));
    }

    /** Returns whether this is an address that can be told from others. */
    public static boolean isOne(String address) {
        int at = address.lastIndexOf('@');
        return at >= 0
                && at < address.length() - 1
                && address.length() <= LONGEST
                && address.chars().allMatch(c -> c > ' ' && c != 0x7F && !Character.isWhitespace(c));
    }

    /** Returns the domain with its {@code @}. */
    public static String domain(String address) {
        return address.substring(Math.max(0, address.lastIndexOf('@')));
    }

    private AllowedSenders with(String entry) {
        if (!isOne(entry)) {
            return this;
        }
        List<String> all =
                new ArrayList<>(Stream.concat(entries.stream().filter(known -> !known.equals(entry)), Stream.of(entry))
                        .toList());
        while (all.size() > MOST || String.join(" ", all).length() > MOST_CHARACTERS) {
            all.remove(0);
        }
        return new AllowedSenders(List.copyOf(all));
    }
}
