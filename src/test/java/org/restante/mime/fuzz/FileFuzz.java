package org.restante.mime.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.restante.mime.Display;
import org.restante.mime.Part;
import org.restante.mime.PartId;
import org.restante.mime.card.Calendar;
import org.restante.mime.card.Contact;
import org.restante.mime.tnef.Winmail;

/** Opens octets as files that are taken apart. */
final class FileFuzz {

    private static final Part PART =
            new Part(Optional.of(new PartId("1")), "application/ms-tnef", Map.of(), "", "7bit", 1, "", "", List.of());

    private FileFuzz() {}

    static void tnef(byte[] octets) throws IOException {
        Part opened = Winmail.open(PART, () -> new ByteArrayInputStream(octets), true);
        Display.of(opened).listed();
        for (Part part : opened.children()) {
            Winmail.content(
                            new ByteArrayInputStream(octets),
                            part.id().orElseThrow().last())
                    .readAllBytes();
        }
    }

    static void calendar(byte[] octets) {
        String text = new String(octets, StandardCharsets.UTF_8);
        Calendar.read(text).events().forEach(event -> event.start().instant(ZoneOffset.UTC));
        Contact.read(text);
    }
}
