package org.restante.message;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.OpenMode;
import org.restante.mime.Part;
import org.restante.mime.PartId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One part of a message, decoded on its way to the browser and never held whole. */
@Controller
class MessagePartController {

    @GetMapping("/mail/{folder}/{ref}/parts/{part}")
    void part(MessageRef ref, @PathVariable PartId part, MailStore mailStore, HttpServletResponse response)
            throws IOException {
        mailStore.open(ref.mailbox(), OpenMode.READ, mailbox -> {
            Part found = MessageParts.find(mailbox, ref, part);
            try (InputStream content = MessageParts.decoded(mailbox, ref, found)) {
                PartHeaders.attachment(response, found);
                return content.transferTo(response.getOutputStream());
            }
        });
    }
}
