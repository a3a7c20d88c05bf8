package org.restante.compose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.restante.submission.DraftFields;
import org.restante.submission.Recipients;
import org.restante.web.Texts;

/** What keeps a message from being sent, in words. */
final class FieldErrors {

    private FieldErrors() {}

    /** Returns it by the names of the fields; none where the message can go. */
    static Map<String, String> of(DraftFields fields, Texts texts) {
        Map<String, String> errors = new LinkedHashMap<>();
        Map<String, String> lists = new LinkedHashMap<>();
        lists.put("to", fields.to());
        lists.put("cc", fields.cc());
        lists.put("bcc", fields.bcc());
        lists.put("replyTo", fields.replyTo());
        lists.forEach((field, typed) -> {
            List<String> wrong = Recipients.of(typed).wrong();
            if (!wrong.isEmpty()) {
                errors.put(field, texts.get("compose.error.recipient", String.join(", ", wrong)));
            }
        });
        boolean none = Recipients.addresses(
                        Recipients.of(fields.to()), Recipients.of(fields.cc()), Recipients.of(fields.bcc()))
                .isEmpty();
        if (none && errors.isEmpty()) {
            errors.put("to", texts.get("compose.error.none"));
        }
        return errors;
    }
}
