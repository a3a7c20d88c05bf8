package org.restante.message;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.restante.account.SignedIn;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.OpenMode;
import org.restante.mime.Address;
import org.restante.mime.Attachment;
import org.restante.mime.Display;
import org.restante.web.Dates;
import org.restante.web.Texts;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A message for paper: its fields and its text in one document, which runs nothing. */
@Controller
class MessagePrintController {

    private final BodyRenderer renderer;

    MessagePrintController(BodyRenderer renderer) {
        this.renderer = renderer;
    }

    @GetMapping("/mail/{folder}/{ref}/print")
    void print(
            MessageRef ref,
            @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "") String images,
            @AuthenticationPrincipal SignedIn person,
            MailStore mailStore,
            Texts texts,
            Dates dates,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        BodyView wanted = BodyView.of(view.equals("text"), images);
        String html = mailStore.open(ref.mailbox(), OpenMode.READ, mailbox -> {
            MessageSummary message = MessageParts.opened(mailbox, mailbox.message(ref));
            List<BodyHeading.Line> lines = lines(message, texts, dates);
            BodyHeading heading = new BodyHeading(MessageRow.subject(message, texts), lines);
            return renderer.render(mailbox, message, wanted, person, texts, request.getContextPath(), heading.toHtml())
                    .html();
        });
        BodyHeaders.writeForPaper(request, response, ref);
        response.getOutputStream().write(html.getBytes(StandardCharsets.UTF_8));
    }

    private static List<BodyHeading.Line> lines(MessageSummary message, Texts texts, Dates dates) {
        List<BodyHeading.Line> lines = new ArrayList<>();
        MessageField.of(message.envelope(), texts)
                .forEach(field -> lines.add(new BodyHeading.Line(field.name(), people(field.people()))));
        lines.add(new BodyHeading.Line(texts.get("message.field.date"), dates.full(MessageRow.sent(message))));
        List<Attachment> attachments = Display.of(message.structure()).listed();
        if (!attachments.isEmpty()) {
            lines.add(new BodyHeading.Line(
                    texts.get("message.attachments", attachments.size()),
                    attachments.stream().map(Attachment::shownName).collect(Collectors.joining(", "))));
        }
        return lines;
    }

    private static String people(List<Address> people) {
        return people.stream().map(Address::toString).collect(Collectors.joining(", "));
    }
}
