package org.restante.message;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.OpenMode;
import org.restante.mime.FileNames;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** A message as it came, to keep. */
@Controller
class MessageDownloadController {

    @GetMapping("/mail/{folder}/{ref}/download")
    void download(MessageRef ref, MailStore mailStore, HttpServletResponse response) throws IOException {
        mailStore.open(ref.mailbox(), OpenMode.READ, mailbox -> {
            String subject = mailbox.message(ref).envelope().subject();
            try (InputStream source = mailbox.source(ref)) {
                PartHeaders.attachment(response, "application/octet-stream", FileNames.safe(subject + ".eml"));
                return source.transferTo(response.getOutputStream());
            }
        });
    }
}
