package org.restante.mime;

import com.ibm.icu.text.SpoofChecker;
import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What about a sender may mislead a reader. */
public final class SenderDoubts {

    private static final int LONGEST = 1000;

    /** Under these, people register the third label, as in {@code example.co.uk}. */
    private static final Set<String> SECOND_LEVEL = Set.of(
            "ac", "co", "com", "edu", "gob", "gov", "gouv", "ne", "net", "or", "org", "nom", "ltd", "plc", "sch");

    /** One doubt. */
    public sealed interface Doubt {

        /** The display name holds an address of another domain. */
        record Imitates(String named, String actual) implements Doubt {}

        /** Answers go to another domain. */
        record RepliesElsewhere(String replyTo) implements Doubt {}

        /** The address is written with letters that look like others. */
        record LooksAlike(String address, String plain) implements Doubt {}
    }

    private SenderDoubts() {}

    /** Returns the doubts about the first of those a message is from; none where it names nobody. Never throws. */
    public static List<Doubt> of(Envelope envelope) {
        List<Doubt> doubts = new ArrayList<>();
        envelope.from().stream().findFirst().ifPresent(from -> {
            imitated(from).ifPresent(named -> doubts.add(new Doubt.Imitates(named, from.address())));
            plainForm(from.address()).ifPresent(plain -> doubts.add(new Doubt.LooksAlike(from.address(), plain)));
            envelope.replyTo().stream()
                    .map(Address::address)
                    .filter(replyTo -> isElsewhere(replyTo, from.address()))
                    .findFirst()
                    .ifPresent(replyTo -> doubts.add(new Doubt.RepliesElsewhere(replyTo)));
        });
        return List.copyOf(doubts);
    }

    /** Returns the address in a display name, where it is of another organisation than the sender's own. */
    private static Optional<String> imitated(Address from) {
        String name = from.name().substring(0, Math.min(LONGEST, from.name().length()));
        for (String word : name.split("[\\s<>()\\[\\]\"',;:]+")) {
            if (word.indexOf('@') > 0
                    && word.indexOf('.', word.indexOf('@')) > 0
                    && isElsewhere(word, from.address())) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    private static boolean isElsewhere(String address, String other) {
        return address.indexOf('@') > 0
                && other.indexOf('@') > 0
                && !organisation(address).equals(organisation(other));
    }

    /** Returns the part of a domain that somebody registered, as far as that can be told without a list. */
    static String organisation(String address) {
        String domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        String[] labels = ascii(domain).split("\\.");
        int count = labels.length;
        if (count <= 2) {
            return String.join(".", labels);
        }
        boolean third = labels[count - 1].length() == 2 && SECOND_LEVEL.contains(labels[count - 2]);
        return (third ? labels[count - 3] + "." : "") + labels[count - 2] + "." + labels[count - 1];
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return domain;
        }
    }

    /** Returns the domain in its ASCII form, where its letters can be taken for others (UTS #39). */
    private static Optional<String> plainForm(String address) {
        String domain = address.substring(address.lastIndexOf('@') + 1);
        String shown = domain.length() > LONGEST ? "" : unicode(domain);
        if (shown.chars().allMatch(c -> c < 128)) {
            return Optional.empty();
        }
        SpoofChecker checker = new SpoofChecker.Builder()
                .setChecks(SpoofChecker.RESTRICTION_LEVEL | SpoofChecker.INVISIBLE | SpoofChecker.MIXED_NUMBERS)
                .setRestrictionLevel(SpoofChecker.RestrictionLevel.HIGHLY_RESTRICTIVE)
                .build();
        boolean odd = checker.failsChecks(shown);
        boolean likeAscii = checker.getSkeleton(shown).chars().allMatch(c -> c < 128);
        return odd || likeAscii ? Optional.of(ascii(domain)) : Optional.empty();
    }

    private static String unicode(String domain) {
        return IDN.toUnicode(domain, IDN.ALLOW_UNASSIGNED);
    }
}
