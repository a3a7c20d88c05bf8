package org.restante.folder;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.restante.account.SignedIn;
import org.restante.mailstore.MailFailure.Gone;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.Mailbox;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxRole;
import org.restante.settings.Preferences;
import org.restante.web.Texts;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a folder is for, whether it is a favourite, and whether other mail programs are to show it. */
@Controller
@RequestMapping("/folders/{folder}")
class FolderSettingsController {

    private final KeptFolders kept;

    FolderSettingsController(KeptFolders kept) {
        this.kept = kept;
    }

    @GetMapping("/settings")
    String settings(
            @PathVariable MailboxName folder, MailStore mailStore, Preferences preferences, Texts texts, Model model) {
        Mailbox found = find(folder, mailStore);
        Optional<Set<MailboxName>> subscribed = mailStore.subscribed();
        model.addAttribute("folder", folder.toAddress());
        model.addAttribute("name", FolderLabel.of(folder, found.role(), texts));
        model.addAttribute("roles", folder.isInbox() ? List.of() : FolderRoleChoice.all(found.role(), texts));
        model.addAttribute(
                "favourite", preferences.folders(Preferences.FAVOURITES).contains(folder.toAddress()));
        model.addAttribute("subscribable", subscribed.isPresent());
        model.addAttribute(
                "subscribed", subscribed.filter(all -> all.contains(folder)).isPresent());
        return "folder/settings";
    }

    @PostMapping("/settings")
    String save(
            @PathVariable MailboxName folder,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "false") boolean favourite,
            @RequestParam(defaultValue = "false") boolean subscribed,
            MailStore mailStore,
            Preferences preferences,
            @AuthenticationPrincipal SignedIn person) {
        Mailbox found = find(folder, mailStore);
        Optional<MailboxRole> wanted = Arrays.stream(MailboxRole.values())
                .filter(each -> each != MailboxRole.INBOX && each.name().equals(role))
                .findFirst();
        if (!folder.isInbox() && !wanted.equals(found.role())) {
            mailStore.assign(folder, wanted);
        }
        mailStore
                .subscribed()
                .filter(all -> all.contains(folder) != subscribed)
                .ifPresent(all -> mailStore.subscribe(folder, subscribed));
        kept.set(Preferences.FAVOURITES, folder, favourite, preferences, person);
        return "redirect:/folders?done=renamed&name=" + URLEncoder.encode(folder.leaf(), StandardCharsets.UTF_8);
    }

    /** Remembers whether what is in a folder is shown in the tree. */
    @PostMapping("/closed")
    String close(
            @PathVariable MailboxName folder,
            @RequestParam(defaultValue = "false") boolean closed,
            Preferences preferences,
            @AuthenticationPrincipal SignedIn person) {
        kept.set(Preferences.CLOSED, folder, closed, preferences, person);
        return "redirect:/folders";
    }

    private static Mailbox find(MailboxName folder, MailStore mailStore) {
        return mailStore.mailboxes().stream()
                .filter(mailbox -> mailbox.name().equals(folder))
                .findFirst()
                .orElseThrow(() -> new Gone(Gone.Kind.MAILBOX, "not listed"));
    }
}
