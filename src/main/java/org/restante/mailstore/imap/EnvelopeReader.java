package org.restante.mailstore.imap;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.restante.mime.Address;
import org.restante.mime.DateField;
import org.restante.mime.Envelope;

/** Reads ENVELOPE (RFC 9051 §7.5.2). What is odd in it is left out; the rest stands. */
final class EnvelopeReader {

    /** What some servers write where a part of an address is missing. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\.?MISSING[-_](MAILBOX|DOMAIN|HOST)\\S*|\\.SYNTAX-ERROR\\.|INVALID_ADDRESS");

    private EnvelopeReader() {}

    static Envelope read(Value envelope) {
        // Domino puts an extra pair of parentheses around it.
        Value fields = envelope.list().size() == 1 && envelope.at(0).isList() ? envelope.at(0) : envelope;
        return new Envelope(
                DateField.parse(fields.at(0).string()),
                text(fields.at(1)),
                addresses(fields.at(2)),
                addresses(fields.at(4)),
                addresses(fields.at(5)),
                addresses(fields.at(6)),
                addresses(fields.at(7)),
                text(fields.at(8)),
                text(fields.at(9)));
    }

    private static String text(Value field) {
        return field.decoded();
    }

    /** Groups are flattened; one without members, such as undisclosed recipients, is shown by its name. */
    private static List<Address> addresses(Value field) {
        if (field.list().isEmpty()) {
            return List.of();
        }
        List<Address> addresses = new ArrayList<>(field.list().size());
        String emptyGroup = "";
        for (Value each : field.list()) {
            boolean marksGroup = !each.at(3).isText();
            if (marksGroup && each.at(2).isText()) {
                emptyGroup = text(each.at(2));
            } else if (marksGroup) {
                if (!emptyGroup.isEmpty()) {
                    addresses.add(new Address(emptyGroup, ""));
                }
                emptyGroup = "";
            } else {
                addresses.add(address(each));
                emptyGroup = "";
            }
        }
        return List.copyOf(addresses);
    }

    private static Address address(Value value) {
        String mailbox = text(value.at(2));
        String host = text(value.at(3));
        boolean whole = isKnown(mailbox) && isKnown(host);
        String name = text(value.at(0));
        return new Address(
                name.isEmpty() && !whole && isKnown(mailbox) ? mailbox : name, whole ? mailbox + "@" + host : "");
    }

    private static boolean isKnown(String part) {
        return !part.isEmpty()
                && (".MI".indexOf(part.charAt(0)) < 0
                        || !PLACEHOLDER.matcher(part).matches());
    }
}
