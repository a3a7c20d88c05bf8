package org.restante.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads address lists (RFC 5322 §3.4) with the obsolete and the broken forms that mail has. Groups are flattened; one without members, such
 * as undisclosed recipients, is shown by its name.
 *
 * <p>Never throws; takes time and memory in proportion to the input.
 */
public final class AddressParser {

    private static final int MOST = 2000;
    private static final String SCHEME = "mailto:";

    /** A name and an address without angle brackets. */
    private static final Pattern NAMED = Pattern.compile("([^@]*[^@\\s])\\s+([^@\\s\"]+@[^@\\s]+)");

    private final String text;
    private final List<Address> addresses = new ArrayList<>();
    private final StringBuilder phrase = new StringBuilder();
    private final StringBuilder comment = new StringBuilder();
    private String angle;
    private String group = "";
    private int at;

    private AddressParser(String text) {
        this.text = text;
    }

    /** Returns the addresses in a field body, in their order; at most 2,000. */
    public static List<Address> parse(byte[] body) {
        return new AddressParser(new String(body, StandardCharsets.ISO_8859_1)).parse();
    }

    private List<Address> parse() {
        while (at < text.length() && addresses.size() < MOST) {
            char c = text.charAt(at++);
            switch (c) {
                case ',' -> endAddress();
                case ';' -> endGroup();
                case ':' -> beginGroup();
                case '<' -> angle = takeAngle();
                case '(' -> takeComment();
                case '"' -> takeQuotation();
                case '>' -> {}
                case '\\' -> phrase.append(at < text.length() ? text.charAt(at++) : c);
                default -> phrase.append(c);
            }
        }
        endGroup();
        return List.copyOf(addresses);
    }

    /** A colon within an address without angle brackets, such as a URL, begins no group. */
    private void beginGroup() {
        if (phrase.indexOf("@") >= 0) {
            phrase.append(':');
            return;
        }
        group = HeaderText.decode(phrase.toString());
        clear();
    }

    private void endGroup() {
        endAddress();
        if (!group.isEmpty()) {
            addresses.add(new Address(group, ""));
            group = "";
        }
    }

    private void endAddress() {
        String plain = phrase.toString().strip();
        String note = HeaderText.decode(comment.toString());
        if (angle != null) {
            String name = HeaderText.decode(plain);
            add(name.isEmpty() ? note : name, angle);
        } else if (plain.indexOf('@') > 0) {
            Matcher named = NAMED.matcher(plain);
            boolean apart = named.matches();
            add(apart ? HeaderText.decode(named.group(1)) : note, apart ? named.group(2) : plain);
        } else if (!plain.isEmpty()) {
            add(HeaderText.decode(plain), "");
        }
        clear();
    }

    private void add(String name, String address) {
        String spec = HeaderText.decode(address.indexOf('"') >= 0 ? address : address.replaceAll("[ \\t\\r\\n]+", ""));
        if (!name.isEmpty() || !spec.isEmpty()) {
            addresses.add(spec.indexOf('@') > 0 || spec.isEmpty() ? new Address(name, spec) : nameless(name, spec));
            group = "";
        }
    }

    /** What stands in angle brackets without being an address is at least something to show. */
    private static Address nameless(String name, String spec) {
        return new Address(name.isEmpty() ? spec : name, "");
    }

    private void clear() {
        phrase.setLength(0);
        comment.setLength(0);
        angle = null;
    }

    /** Takes what is in angle brackets, without an obsolete route (RFC 5322 §4.4). */
    private String takeAngle() {
        while (at < text.length() && text.charAt(at) == '<') {
            at++;
        }
        int start = at;
        boolean inQuotes = false;
        while (at < text.length() && (inQuotes || text.charAt(at) != '>')) {
            inQuotes ^= text.charAt(at) == '"';
            at++;
        }
        String inside = text.substring(start, at).strip();
        at = Math.min(at + 1, text.length());
        int route = inside.startsWith("@") ? inside.indexOf(':') : -1;
        String address = inside.substring(route + 1);
        return address.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? address.substring(SCHEME.length())
                : address;
    }

    private void takeComment() {
        int depth = 1;
        while (at < text.length()) {
            char c = text.charAt(at++);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                return;
            }
            if (c == '\\' && at < text.length()) {
                c = text.charAt(at++);
            }
            comment.append(c);
        }
    }

    /** Keeps the quotation marks where they are part of an address without angle brackets. */
    private void takeQuotation() {
        var inside = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' && at + 1 < text.length() ? 1 : 0;
            inside.append(text.charAt(at++));
        }
        at = Math.min(at + 1, text.length());
        boolean localPart = at < text.length() && text.charAt(at) == '@';
        phrase.append(localPart ? '"' + inside.toString() + '"' : inside.toString());
    }
}
