package org.restante.folder;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.account.SignedIn;
import org.restante.mailstore.MailFailure.Gone;
import org.restante.mailstore.MailFailure.Refused;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.Mailbox;
import org.restante.mailstore.MailboxName;
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

/** Renames one folder, moves it elsewhere in the tree, or removes it with all that is in it once the person has said so. */
@Controller
@RequestMapping("/folders/{folder}")
class FolderEditController {

    private final KeptFolders kept;

    FolderEditController(KeptFolders kept) {
        this.kept = kept;
    }

    @GetMapping
    String edit(@PathVariable MailboxName folder, MailStore mailStore, Texts texts, Model model) {
        return page(folder, FolderForm.of(folder), null, mailStore, texts, model);
    }

    @PostMapping
    String rename(
            @PathVariable MailboxName folder,
            FolderForm form,
            MailStore mailStore,
            Preferences preferences,
            @AuthenticationPrincipal SignedIn person,
            Texts texts,
            HttpServletResponse response,
            Model model) {
        try {
            MailboxName to = form.mailbox();
            if (!to.equals(folder)) {
                checkOwn(folder, mailStore.mailboxes());
                mailStore.rename(folder, to);
                kept.rename(folder, to, preferences, person);
            }
            return done("renamed", to);
        } catch (Refused e) {
            String error = FolderForm.error(e);
            response.setStatus(e.kind() == Refused.Kind.NAME ? 400 : 409);
            return page(folder, form, error, mailStore, texts, model);
        }
    }

    @PostMapping("/delete")
    String delete(
            @PathVariable MailboxName folder,
            @RequestParam(defaultValue = "false") boolean sure,
            MailStore mailStore,
            Preferences preferences,
            @AuthenticationPrincipal SignedIn person,
            Texts texts,
            Model model) {
        List<Mailbox> mailboxes = mailStore.mailboxes();
        checkOwn(folder, mailboxes);
        if (sure) {
            mailStore.delete(folder);
            kept.forget(folder, preferences, person);
            return done("deleted", folder);
        }
        List<Mailbox> going = mailboxes.stream()
                .filter(each -> each.name().equals(folder) || each.name().isBelow(folder))
                .toList();
        long messages = going.stream().mapToLong(each -> each.total().orElse(0)).sum();
        model.addAttribute("folder", folder.toAddress());
        model.addAttribute("question", texts.get("folder.ask.delete", folder.leaf(), (long) going.size(), messages));
        return "folder/delete";
    }

    private static String done(String act, MailboxName folder) {
        return "redirect:/folders?done=" + act + "&name=" + URLEncoder.encode(folder.leaf(), StandardCharsets.UTF_8);
    }

    /** The folders that have a role stay where mail programs look for them. */
    private static void checkOwn(MailboxName folder, List<Mailbox> mailboxes) {
        Mailbox found = mailboxes.stream()
                .filter(mailbox -> mailbox.name().equals(folder))
                .findFirst()
                .orElseThrow(() -> new Gone(Gone.Kind.MAILBOX, "not listed"));
        if (found.role().isPresent()) {
            throw new Refused(Refused.Kind.NOT_PERMITTED, "a folder with a role");
        }
    }

    private static String page(
            MailboxName folder,
            FolderForm form,
            @Nullable String error,
            MailStore mailStore,
            Texts texts,
            Model model) {
        List<Mailbox> mailboxes = mailStore.mailboxes();
        checkOwn(folder, mailboxes);
        model.addAttribute("folder", folder.toAddress());
        model.addAttribute("name", folder.leaf());
        model.addAttribute("choices", FolderChoice.above(folder, mailboxes, texts));
        model.addAttribute("form", form);
        model.addAttribute("error", error == null ? null : texts.get(error));
        return "folder/edit";
    }
}
