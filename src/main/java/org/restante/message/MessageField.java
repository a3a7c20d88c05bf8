package org.restante.message;

import java.util.ArrayList;
import java.util.List;
import org.restante.mime.Address;
import org.restante.mime.Envelope;
import org.restante.web.Texts;

/** A header field that names people. */
record MessageField(String name, String style, List<Address> people) {

    /** Returns the fields of a message that are worth showing. */
    static List<MessageField> of(Envelope envelope, Texts texts) {
        List<MessageField> fields = new ArrayList<>(5);
        fields.add(new MessageField(
                texts.get("message.field.from"),
                "from",
                envelope.from().isEmpty() ? List.of(new Address(texts.get("message.noSender"), "")) : envelope.from()));
        if (!envelope.replyTo().isEmpty() && !envelope.replyTo().equals(envelope.from())) {
            fields.add(new MessageField(texts.get("message.field.replyTo"), "reply-to", envelope.replyTo()));
        }
        add(fields, "to", texts.get("message.field.to"), envelope.to());
        add(fields, "cc", texts.get("message.field.cc"), envelope.cc());
        add(fields, "bcc", texts.get("message.field.bcc"), envelope.bcc());
        return List.copyOf(fields);
    }

    private static void add(List<MessageField> fields, String style, String name, List<Address> people) {
        if (!people.isEmpty()) {
            fields.add(new MessageField(name, style, people));
        }
    }
}
