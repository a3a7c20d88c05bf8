package org.restante.message;

import java.util.ArrayList;
import java.util.List;
import org.restante.mime.Address;
import org.restante.mime.Envelope;

/** A header field that names people. */
record MessageField(String name, String style, List<Address> people) {

    /** Returns the fields of a message that are worth showing. */
    static List<MessageField> of(Envelope envelope) {
        List<MessageField> fields = new ArrayList<>(5);
        fields.add(new MessageField(
                "From", "from", envelope.from().isEmpty() ? List.of(new Address("(no sender)", "")) : envelope.from()));
        if (!envelope.replyTo().isEmpty() && !envelope.replyTo().equals(envelope.from())) {
            fields.add(new MessageField("Reply to", "reply-to", envelope.replyTo()));
        }
        add(fields, "To", envelope.to());
        add(fields, "Cc", envelope.cc());
        add(fields, "Bcc", envelope.bcc());
        return List.copyOf(fields);
    }

    private static void add(List<MessageField> fields, String name, List<Address> people) {
        if (!people.isEmpty()) {
            fields.add(new MessageField(name, name.toLowerCase(java.util.Locale.ROOT), people));
        }
    }
}
