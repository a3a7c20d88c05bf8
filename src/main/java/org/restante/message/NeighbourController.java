package org.restante.message;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.OpenMailbox;
import org.restante.mailstore.OpenMode;
import org.restante.mailstore.PageRequest;
import org.restante.settings.Preferences;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Leads from a message to the one below or above it in its folder's list; to the list where there is none. */
@Controller
class NeighbourController {

    @GetMapping("/mail/{folder}/{ref}/next")
    String next(
            MessageRef ref, @RequestParam(defaultValue = "1") int page, MailStore mailStore, Preferences preferences)
            throws IOException {
        return mailStore.open(ref.mailbox(), OpenMode.READ, mailbox -> {
            List<MessageSummary> older =
                    mailbox.view(new PageRequest.Below(ref, 1)).page().rows();
            boolean last = ref.equals(last(rows(mailbox, page, preferences)).orElse(null));
            return address(
                    older.stream().findFirst().map(MessageSummary::ref), page + (last && !older.isEmpty() ? 1 : 0));
        });
    }

    @GetMapping("/mail/{folder}/{ref}/previous")
    String previous(
            MessageRef ref, @RequestParam(defaultValue = "1") int page, MailStore mailStore, Preferences preferences)
            throws IOException {
        return mailStore.open(ref.mailbox(), OpenMode.READ, mailbox -> {
            List<MessageRef> rows = rows(mailbox, page, preferences);
            int index = rows.indexOf(ref);
            if (index > 0) {
                return address(Optional.of(rows.get(index - 1)), page);
            }
            return index == 0 && page > 1
                    ? address(last(rows(mailbox, page - 1, preferences)), page - 1)
                    : address(Optional.empty(), page);
        });
    }

    private static List<MessageRef> rows(OpenMailbox mailbox, int page, Preferences preferences) {
        PageRequest wanted = new PageRequest.Numbered(Math.max(1, page), preferences.pageSize());
        return mailbox.view(wanted).page().rows().stream()
                .map(MessageSummary::ref)
                .toList();
    }

    private static Optional<MessageRef> last(List<MessageRef> rows) {
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(rows.size() - 1));
    }

    private static String address(Optional<MessageRef> neighbour, int page) {
        return "redirect:/mail/{folder}" + neighbour.map(ref -> "/" + ref.key()).orElse("")
                + (page <= 1 ? "" : "?page=" + page);
    }
}
