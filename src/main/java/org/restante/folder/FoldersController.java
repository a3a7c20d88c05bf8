package org.restante.folder;

import java.util.Optional;
import org.restante.mailstore.MailStore;
import org.restante.web.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** All folders on a page of their own, which is where a phone chooses one. */
@Controller
class FoldersController {

    @GetMapping("/folders")
    String folders(MailStore mailStore, Texts texts, Model model) {
        model.addAttribute("tree", FolderTree.of(mailStore.mailboxes(), Optional.empty(), texts));
        return "folder/folders";
    }
}
