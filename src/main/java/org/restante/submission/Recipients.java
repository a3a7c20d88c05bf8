package org.restante.submission;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.restante.mime.Address;
import org.restante.mime.AddressParser;

/**
 * A list of recipients as a person types it, read and checked (RFC 5322 §3.4; RFC 6531 for local parts beyond ASCII).
 *
 * @param addresses those that mail can be sent to, the domains in ASCII (RFC 5890)
 * @param wrong what cannot be an address, as it was typed
 */
public record Recipients(List<Address> addresses, List<String> wrong) {

    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_DOMAIN = 253;
    private static final Pattern LOCAL_PART =
            Pattern.compile("[^\\x00-\\x20\\x7f\"(),.:;<>@\\[\\\\\\]]+(\\.[^\\x00-\\x20\\x7f\"(),.:;<>@\\[\\\\\\]]+)*"
                    + "|\"[^\\x00-\\x1f\\x7f\"\\\\]+\"");
    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*|\\[[0-9A-Fa-f.:]+]");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029\\u0085]");

    /** A group that nothing ends (RFC 5322 §3.4): rather a header field that was pasted, or a slip, than people who are meant. */
    private static final Pattern OPEN_GROUP =
            Pattern.compile("(?:^|,)(?!\\s*(?i:mailto):)[^<@\",:]*:.*", Pattern.DOTALL);

    /** Reads a list, its members separated by commas or semicolons; never throws. */
    public static Recipients of(String typed) {
        if (CONTROL.matcher(typed.replace("\t", " ")).find()) {
            return new Recipients(
                    List.of(), List.of(CONTROL.matcher(typed).replaceAll(" ").strip()));
        }
        List<Address> addresses = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        Matcher open = OPEN_GROUP.matcher(typed).region(typed.lastIndexOf(';') + 1, typed.length());
        boolean isOpen = open.find();
        String sound = isOpen ? typed.substring(0, open.start()) : typed;
        if (isOpen) {
            wrong.add(open.group().replaceFirst("^[,\\s]+", "").strip());
        }
        for (Address each : AddressParser.parse(sound.getBytes(StandardCharsets.UTF_8))) {
            checked(each.address())
                    .ifPresentOrElse(
                            address -> addresses.add(new Address(each.name(), address)),
                            () -> wrong.add(each.toString()));
        }
        return new Recipients(List.copyOf(addresses), List.copyOf(wrong));
    }

    /** Returns the address with its domain in ASCII; empty where mail cannot be sent to it. */
    public static Optional<String> checked(String address) {
        int at = address.lastIndexOf('@');
        if (at < 1) {
            return Optional.empty();
        }
        String local = address.substring(0, at);
        boolean sound = LOCAL_PART.matcher(local).matches()
                && local.codePoints().noneMatch(c -> Character.isISOControl(c) || c != ' ' && Character.isWhitespace(c))
                && local.getBytes(StandardCharsets.UTF_8).length <= LONGEST_LOCAL_PART;
        return sound ? domain(address.substring(at + 1)).map(domain -> local + "@" + domain) : Optional.empty();
    }

    private static Optional<String> domain(String typed) {
        try {
            String ascii = typed.startsWith("[") ? typed : IDN.toASCII(typed, IDN.ALLOW_UNASSIGNED);
            return DOMAIN.matcher(ascii).matches() && ascii.length() <= LONGEST_DOMAIN
                    ? Optional.of(ascii)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns whether an address needs a server that takes more than ASCII in it (RFC 6531). */
    public static boolean isInternational(String address) {
        return address.chars().anyMatch(c -> c > 127);
    }

    /** Returns the addresses of several lists, each once. */
    public static List<String> addresses(Recipients... lists) {
        return Stream.of(lists)
                .flatMap(list -> list.addresses.stream())
                .map(Address::address)
                .distinct()
                .toList();
    }
}
