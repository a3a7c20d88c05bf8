package org.restante.message;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.OpenMode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** A message as it came, for reading. */
@Controller
class MessageSourceController {

    @GetMapping("/mail/{folder}/{ref}/source")
    void source(MessageRef ref, MailStore mailStore, HttpServletResponse response) throws IOException {
        mailStore.open(ref.mailbox(), OpenMode.READ, mailbox -> {
            try (InputStream source = mailbox.source(ref)) {
                PartHeaders.write(response, "text/plain;charset=utf-8");
                return source.transferTo(response.getOutputStream());
            }
        });
    }
}
