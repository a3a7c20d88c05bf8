package org.restante.message;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.account.SignedIn;
import org.restante.folder.TreeLook;
import org.restante.mailstore.Found;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxRights;
import org.restante.mailstore.MailboxView;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.MessageSet;
import org.restante.mailstore.OpenMode;
import org.restante.mailstore.PageRequest;
import org.restante.settings.Labels;
import org.restante.settings.Preferences;
import org.restante.web.Assets;
import org.restante.web.Dates;
import org.restante.web.Region;
import org.restante.web.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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
    private final Selections selections;

    MessageListController(Assets assets, Selections selections) {
        this.assets = assets;
        this.selections = selections;
    }

    @GetMapping("/mail/{folder}")
    String list(
            @PathVariable MailboxName folder,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam @Nullable String below,
            @RequestParam(defaultValue = "") String deleted,
            @RequestParam(defaultValue = "") String filter,
            @RequestParam(defaultValue = "") String selection,
            Done done,
            @RequestHeader(name = Region.HEADER, required = false) @Nullable String region,
            @AuthenticationPrincipal SignedIn person,
            MailStore mailStore,
            Preferences preferences,
            Texts texts,
            Dates dates,
            HttpServletRequest request,
            Model model)
            throws IOException {
        Labels labels = preferences.labels(texts);
        ListFilter wanted = ListFilter.of(filter, labels);
        Listed listed =
                list(folder, pageRequest(folder, page, below, preferences.pageSize()), wanted, person, mailStore);
        MailboxView view = listed.view;
        boolean shown = deleted.equals("shown");
        Optional<MessageSet> selected =
                selection.isEmpty() ? Optional.empty() : selections.find(selection, folder, person);
        ListLook look = new ListLook(
                preferences.pageSize(),
                preferences.hidesDeleted() && !shown,
                (shown ? "&deleted=shown" : "") + wanted.further(),
                wanted,
                listed.searched,
                selected.map(MessageSet::size).orElse(0),
                labels,
                TreeLook.of(preferences),
                request.getContextPath(),
                assets.address("shared/icons.svg"));
        model.addAttribute("list", MessageListPage.of(folder, view, look, texts, dates));
        model.addAttribute("selection", selected.isPresent() ? selection : null);
        model.addAttribute("acts", FolderActs.of(folder, view.mailboxes(), listed.rights, preferences));
        model.addAttribute("done", done.sentence(view.mailboxes(), texts));
        model.addAttribute("undo", done.undoable());
        return Region.view("message/list", region, "mail", "rows");
    }

    private record Listed(MailboxView view, MailboxRights rights, long searched) {}

    private static Listed list(
            MailboxName folder, PageRequest page, ListFilter filter, SignedIn person, MailStore mailStore)
            throws IOException {
        return mailStore.open(folder, OpenMode.READ, mailbox -> {
            if (!filter.isOn()) {
                return new Listed(mailbox.view(page), mailbox.rights(), 0);
            }
            Found found = mailbox.find(filter.wanted(person));
            return new Listed(mailbox.view(found.messages(), page), mailbox.rights(), found.searched());
        });
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
