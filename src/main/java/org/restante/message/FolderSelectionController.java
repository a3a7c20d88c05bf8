package org.restante.message;

import java.io.IOException;
import org.restante.account.SignedIn;
import org.restante.mailstore.Found;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.OpenMode;
import org.restante.settings.Preferences;
import org.restante.web.Texts;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Selects all messages of a folder, or all that a filter shows, as they are now. */
@Controller
class FolderSelectionController {

    private final Selections selections;

    FolderSelectionController(Selections selections) {
        this.selections = selections;
    }

    @PostMapping("/mail/{folder}/select")
    String select(
            @PathVariable MailboxName folder,
            @RequestParam(defaultValue = "") String filter,
            MailStore mailStore,
            Preferences preferences,
            Texts texts,
            @AuthenticationPrincipal SignedIn person)
            throws IOException {
        ListFilter wanted = ListFilter.of(filter, preferences.labels(texts));
        Found found = mailStore.open(folder, OpenMode.READ, mailbox -> mailbox.find(wanted.wanted(person)));
        return found.messages().size() == 0
                ? "redirect:/mail/{folder}?done=nothingMarked"
                : "redirect:/mail/{folder}?selection=" + selections.keep(found.messages(), person) + wanted.further();
    }
}
