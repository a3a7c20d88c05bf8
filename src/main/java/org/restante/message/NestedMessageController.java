package org.restante.message;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.restante.account.SignedIn;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.OpenMailbox;
import org.restante.mailstore.OpenMode;
import org.restante.mime.Display;
import org.restante.mime.Envelope;
import org.restante.mime.EnvelopeParser;
import org.restante.mime.HeaderFields;
import org.restante.mime.Part;
import org.restante.mime.PartId;
import org.restante.web.Dates;
import org.restante.web.Texts;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A message that came within another, opened as a message. */
@Controller
class NestedMessageController {

    private static final BodyView VIEW = new BodyView(false, false);

    private final BodyRenderer renderer;

    NestedMessageController(BodyRenderer renderer) {
        this.renderer = renderer;
    }

    @GetMapping("/mail/{folder}/{ref}/parts/{part}/message")
    String message(
            MessageRef ref, @PathVariable PartId part, MailStore mailStore, Texts texts, Dates dates, Model model)
            throws IOException {
        MessageSummary nested = mailStore.open(ref.mailbox(), OpenMode.READ, mailbox -> nested(mailbox, ref, part));
        Display display = Display.of(nested.structure());
        model.addAttribute("subject", MessageRow.subject(nested, texts));
        model.addAttribute("fields", MessageField.of(nested.envelope(), texts));
        model.addAttribute(
                "date",
                nested.envelope()
                        .date()
                        .map(date -> dates.full(date.toInstant()))
                        .orElse(""));
        model.addAttribute(
                "attachments",
                display.listed().stream()
                        .map(attachment -> AttachmentLink.of(attachment, texts))
                        .toList());
        model.addAttribute("folder", ref.mailbox().toAddress());
        model.addAttribute("ref", ref.key());
        model.addAttribute("part", part.value());
        return "message/nested";
    }

    @GetMapping("/mail/{folder}/{ref}/parts/{part}/body")
    void body(
            MessageRef ref,
            @PathVariable PartId part,
            @AuthenticationPrincipal SignedIn person,
            MailStore mailStore,
            Texts texts,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String html = mailStore.open(
                ref.mailbox(),
                OpenMode.READ,
                mailbox -> renderer.render(
                                mailbox,
                                ofNobody(MessageParts.opened(mailbox, nested(mailbox, ref, part))),
                                VIEW,
                                person,
                                texts,
                                request.getContextPath())
                        .html());
        BodyHeaders.write(request, response, ref);
        response.getOutputStream().write(html.getBytes(StandardCharsets.UTF_8));
    }

    /** Whoever it says it is from, nobody proved that: what a person allows a sender is not for it. */
    private static MessageSummary ofNobody(MessageSummary nested) {
        Envelope empty = EnvelopeParser.of(HeaderFields.parse(new byte[0]));
        return new MessageSummary(
                nested.ref(), nested.flags(), empty, nested.received(), nested.size(), nested.structure());
    }

    /** Returns the nested message as if it stood alone; its parts keep their numbers in the outer one. */
    private static MessageSummary nested(OpenMailbox mailbox, MessageRef ref, PartId part) throws IOException {
        MessageSummary outer = mailbox.message(ref);
        Part message = outer.structure()
                .find(part)
                .filter(found -> found.isOf("message") && !found.children().isEmpty())
                .orElseThrow(() -> MessageParts.gone(part));
        try (InputStream content = MessageParts.decoded(mailbox, ref, message)) {
            Envelope envelope = EnvelopeParser.of(HeaderFields.read(content));
            return new MessageSummary(
                    ref,
                    Set.of(),
                    envelope,
                    outer.received(),
                    message.size(),
                    message.children().get(0));
        }
    }
}
