package org.restante.message;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.account.SignedIn;
import org.restante.folder.FolderTree;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.Mailbox;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxRole;
import org.restante.mailstore.MessageRef;
import org.restante.message.search.SearchQuery;
import org.restante.settings.Preferences;
import org.restante.web.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Acts on messages that a search found, which may lie in several folders. */
@Controller
class SearchActController {

    private final MessageActs acts;
    private final FoundBlocks blocks;

    SearchActController(MessageActs acts, FoundBlocks blocks) {
        this.acts = acts;
        this.blocks = blocks;
    }

    @PostMapping({
        "/search/seen",
        "/search/unseen",
        "/search/flag",
        "/search/unflag",
        "/search/mark-deleted",
        "/search/archive",
        "/search/trash",
        "/search/move"
    })
    String act(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") List<String> ref,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "") String to,
            MailStore mailStore,
            Preferences preferences,
            Texts texts,
            @AuthenticationPrincipal SignedIn person)
            throws IOException {
        String act = request.getRequestURI().replaceFirst(".*/", "");
        List<SelectedMessages> selected = all ? found(q, preferences, texts, person, mailStore) : byFolder(ref);
        MailboxName target = selected.isEmpty() ? null : target(act, to, mailStore);
        List<SelectedMessages> elsewhere = selected.stream()
                .filter(messages -> !messages.folder().equals(target))
                .toList();
        List<Outcome> outcomes = new ArrayList<>();
        for (SelectedMessages messages : elsewhere.size() == 1 ? elsewhere : parts(elsewhere)) {
            outcomes.add(perform(act, messages, target, mailStore, person));
        }
        Outcome outcome = sum(act, outcomes, target);
        return outcome.more() != null
                ? "redirect:/bulk/" + outcome.more()
                : "redirect:/search?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8) + "&" + outcome.query();
    }

    /** All that the query finds now. */
    private List<SelectedMessages> found(
            String q, Preferences preferences, Texts texts, SignedIn person, MailStore mailStore) throws IOException {
        SearchQuery query = SearchQueries.read(q, preferences, texts);
        if (query.isEmpty()) {
            return List.of();
        }
        List<Mailbox> mailboxes = mailStore.mailboxes();
        FolderTree tree = FolderTree.of(mailboxes, Optional.empty(), texts);
        List<MailboxName> folders = SearchScope.of(query.scope(), tree, mailboxes, texts);
        return new MessageSearch(mailStore, blocks, person.sessionId(), query.criterion(), 0)
                .all(folders).stream()
                        .map(set -> SelectedMessages.of(set, null))
                        .toList();
    }

    /** What is done in one folder goes on by itself where it is much; in several, it is done in parts at once. */
    private static List<SelectedMessages> parts(List<SelectedMessages> selected) {
        List<SelectedMessages> parts = new ArrayList<>();
        for (SelectedMessages messages : selected) {
            List<MessageRef> refs = messages.refs();
            for (int at = 0; at < refs.size(); at += BulkAct.AT_ONCE) {
                parts.add(new SelectedMessages(
                        messages.folder(), refs.subList(at, Math.min(at + BulkAct.AT_ONCE, refs.size()))));
            }
        }
        return parts;
    }

    private Outcome perform(
            String act, SelectedMessages messages, @Nullable MailboxName target, MailStore mailStore, SignedIn person)
            throws IOException {
        return switch (act) {
            case "seen" -> acts.mark("seen", messages, Flag.SEEN, true, mailStore, person);
            case "unseen" -> acts.mark("unseen", messages, Flag.SEEN, false, mailStore, person);
            case "flag" -> acts.mark("flag", messages, Flag.FLAGGED, true, mailStore, person);
            case "unflag" -> acts.mark("unflag", messages, Flag.FLAGGED, false, mailStore, person);
            case "mark-deleted" -> acts.mark("markDeleted", messages, Flag.DELETED, true, mailStore, person);
            default -> acts.move(messages, target, mailStore, person);
        };
    }

    @Nullable
    private static MailboxName target(String act, String to, MailStore mailStore) {
        return switch (act) {
            case "archive" -> RoleFolder.findOrCreate(MailboxRole.ARCHIVE, mailStore);
            case "trash" -> RoleFolder.findOrCreate(MailboxRole.TRASH, mailStore);
            case "move" -> named(to);
            default -> null;
        };
    }

    private static MailboxName named(String address) {
        try {
            return MailboxName.fromAddress(address);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, null, e);
        }
    }

    private static List<SelectedMessages> byFolder(List<String> refs) {
        try {
            Map<MailboxName, List<MessageRef>> folders = new LinkedHashMap<>();
            for (String ref : refs) {
                int slash = ref.lastIndexOf('/');
                MailboxName folder = MailboxName.fromAddress(ref.substring(0, Math.max(0, slash)));
                folders.computeIfAbsent(folder, unknown -> new ArrayList<>())
                        .add(MessageRef.of(folder, ref.substring(slash + 1)));
            }
            return folders.entrySet().stream()
                    .map(entry -> SelectedMessages.of(entry.getKey(), entry.getValue()))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, null, e);
        }
    }

    /** What was done in one folder can be undone; what was done in several is too much for one row. */
    private static Outcome sum(String act, List<Outcome> outcomes, @Nullable MailboxName target) {
        if (outcomes.size() == 1) {
            return outcomes.get(0);
        }
        String done = target != null ? "moved" : act.equals("mark-deleted") ? "markDeleted" : act;
        return new Outcome(
                done,
                outcomes.stream().mapToInt(Outcome::count).sum(),
                outcomes.stream().mapToInt(Outcome::gone).sum(),
                outcomes.stream().mapToInt(Outcome::left).sum(),
                0,
                target,
                null,
                null);
    }
}
