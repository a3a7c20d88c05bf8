package org.restante.message;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxView;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.OpenMode;
import org.restante.mailstore.PageRequest;
import org.restante.settings.Preferences;
import org.restante.web.Assets;
import org.restante.web.Dates;
import org.restante.web.Region;
import org.restante.web.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** A folder's list. */
@Controller
class MessageListController {

    private final Assets assets;

    MessageListController(Assets assets) {
        this.assets = assets;
    }

    @GetMapping("/mail/{folder}")
    String list(
            @PathVariable MailboxName folder,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam @Nullable String below,
            @RequestParam(defaultValue = "") String deleted,
            Done done,
            @RequestHeader(name = Region.HEADER, required = false) @Nullable String region,
            MailStore mailStore,
            Preferences preferences,
            Texts texts,
            Dates dates,
            HttpServletRequest request,
            Model model)
            throws IOException {
        PageRequest wanted = pageRequest(folder, page, below, preferences.pageSize());
        MailboxView view = mailStore.open(folder, OpenMode.READ, mailbox -> mailbox.view(wanted));
        boolean shown = deleted.equals("shown");
        ListLook look = new ListLook(
                preferences.pageSize(),
                preferences.hidesDeleted() && !shown,
                shown ? "&deleted=shown" : "",
                request.getContextPath(),
                assets.address("shared/icons.svg"));
        model.addAttribute("list", MessageListPage.of(folder, view, look, texts, dates));
        model.addAttribute("acts", FolderActs.of(folder, view.mailboxes(), preferences));
        model.addAttribute("done", done.sentence(view.mailboxes(), texts));
        model.addAttribute("undo", done.undoable());
        return Region.view("message/list", region, "mail", "rows");
    }

    private static PageRequest pageRequest(MailboxName folder, int page, @Nullable String below, int size) {
        try {
            return below == null
                    ? new PageRequest.Numbered(page, size)
                    : new PageRequest.Below(MessageRef.of(folder, below), size);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, null, e);
        }
    }
}
