package org.restante.folder;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.mailstore.MailFailure.Refused;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.Mailbox;
import org.restante.mailstore.MailboxName;
import org.restante.settings.Preferences;
import org.restante.web.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** All folders on a page of their own, which is where a phone chooses one, and where they are made. */
@Controller
@RequestMapping("/folders")
class FoldersController {

    @GetMapping
    String folders(FolderDone done, MailStore mailStore, Preferences preferences, Texts texts, Model model) {
        model.addAttribute("done", done.sentence(texts));
        return page(FolderForm.EMPTY, null, mailStore, preferences, texts, model);
    }

    @PostMapping
    String create(
            FolderForm form,
            MailStore mailStore,
            Preferences preferences,
            Texts texts,
            HttpServletResponse response,
            Model model) {
        try {
            MailboxName name = form.mailbox();
            mailStore.create(name);
            return "redirect:/folders?done=created&name=" + URLEncoder.encode(name.leaf(), StandardCharsets.UTF_8);
        } catch (Refused e) {
            String error = FolderForm.error(e);
            response.setStatus(e.kind() == Refused.Kind.NAME ? 400 : 409);
            return page(form, error, mailStore, preferences, texts, model);
        }
    }

    private static String page(
            FolderForm form,
            @Nullable String error,
            MailStore mailStore,
            Preferences preferences,
            Texts texts,
            Model model) {
        List<Mailbox> mailboxes = mailStore.mailboxes();
        model.addAttribute("tree", FolderTree.of(mailboxes, Optional.empty(), TreeLook.of(preferences), texts));
        model.addAttribute("choices", FolderChoice.all(mailboxes, texts));
        model.addAttribute("form", form);
        model.addAttribute("error", error == null ? null : texts.get(error));
        model.addAttribute(
                "quota",
                mailStore
                        .quota()
                        .map(quota -> texts.get("folder.quota", texts.size(quota.used()), texts.size(quota.limit())))
                        .orElse(null));
        return "folder/folders";
    }
}
