package org.restante.message;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.OpenMode;
import org.restante.mime.Attachment;
import org.restante.mime.Display;
import org.restante.mime.FileNames;
import org.restante.mime.Part;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** All attachments of a message in one file, packed while they pass by. */
@Controller
class AttachmentsZipController {

    @GetMapping("/mail/{folder}/{ref}/attachments.zip")
    void zip(MessageRef ref, MailStore mailStore, HttpServletResponse response) throws IOException {
        mailStore.open(ref.mailbox(), OpenMode.READ, mailbox -> {
            MessageSummary message = MessageParts.opened(mailbox, mailbox.message(ref));
            List<Attachment> attachments = Display.of(message.structure()).listed();
            PartHeaders.attachment(
                    response,
                    "application/zip",
                    FileNames.safe(message.envelope().subject() + ".zip"));
            Set<String> taken = new HashSet<>();
            try (ZipOutputStream zip = new ZipOutputStream(response.getOutputStream())) {
                for (Attachment attachment : attachments) {
                    Part part = message.structure().find(attachment.id()).orElseThrow();
                    zip.putNextEntry(new ZipEntry(unique(attachment.name(), taken)));
                    try (InputStream content = MessageParts.decoded(mailbox, ref, part)) {
                        content.transferTo(zip);
                    }
                    zip.closeEntry();
                }
            }
            return null;
        });
    }

    /** Returns the name, with a number where it was taken, on systems that know no case too. */
    private static String unique(String name, Set<String> taken) {
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String candidate = name;
        for (int i = 2; !taken.add(candidate.toLowerCase(Locale.ROOT)); i++) {
            candidate = stem + " (" + i + ")" + (dot > 0 ? name.substring(dot) : "");
        }
        return candidate;
    }
}
