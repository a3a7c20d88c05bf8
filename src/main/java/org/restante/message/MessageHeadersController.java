package org.restante.message;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.OpenMode;
import org.restante.mime.HeaderFields;
import org.restante.mime.HeaderText;
import org.restante.web.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** All header fields of a message. */
@Controller
class MessageHeadersController {

    private static final int MOST = 2000;

    /** One field as people read it. */
    record Field(String name, String text) {}

    @GetMapping("/mail/{folder}/{ref}/headers")
    String headers(MessageRef ref, MailStore mailStore, Texts texts, Model model) throws IOException {
        mailStore.open(ref.mailbox(), OpenMode.READ, mailbox -> {
            MessageSummary message = mailbox.message(ref);
            try (InputStream source = mailbox.source(ref)) {
                model.addAttribute("fields", fields(HeaderFields.read(source)));
                model.addAttribute("subject", MessageRow.subject(message, texts));
                return null;
            }
        });
        model.addAttribute("folder", ref.mailbox().toAddress());
        model.addAttribute("ref", ref.key());
        return "message/headers";
    }

    private static List<Field> fields(HeaderFields fields) {
        return fields.all().stream()
                .limit(MOST)
                .map(field -> new Field(field.name(), HeaderText.decode(field.body())))
                .toList();
    }
}
