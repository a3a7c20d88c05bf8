package org.restante.message;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.restante.account.SignedIn;
import org.restante.folder.FolderLabel;
import org.restante.folder.FolderTree;
import org.restante.folder.TreeLook;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.Mailbox;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxRole;
import org.restante.mailstore.MessageSummary;
import org.restante.message.search.SearchQuery;
import org.restante.message.search.SearchQuery.Mistake;
import org.restante.settings.Labels;
import org.restante.settings.Preferences;
import org.restante.web.Dates;
import org.restante.web.Texts;

/** Makes the pages of searches. */
final class SearchPages {

    private static final Set<MailboxRole> OF_SENT_MAIL = Set.of(MailboxRole.SENT, MailboxRole.DRAFTS);

    private final MailStore store;
    private final Preferences preferences;
    private final Texts texts;
    private final Dates dates;
    private final String contextPath;
    private final String icons;
    private final List<SavedSearch> saved;
    private final Labels labels;
    private final List<Mailbox> mailboxes;
    private final FolderTree tree;

    SearchPages(
            MailStore store,
            Preferences preferences,
            Texts texts,
            Dates dates,
            String contextPath,
            String icons,
            List<SavedSearch> saved) {
        this.saved = saved;
        this.store = store;
        this.preferences = preferences;
        this.texts = texts;
        this.dates = dates;
        this.contextPath = contextPath;
        this.icons = icons;
        labels = preferences.labels(texts);
        mailboxes = store.mailboxes();
        tree = FolderTree.of(mailboxes, Optional.empty(), TreeLook.of(preferences), texts);
    }

    /** Returns the account's folders. */
    List<Mailbox> mailboxes() {
        return mailboxes;
    }

    /**
     * Searches, unless the query cannot be understood.
     *
     * @param from where to go on; null: from the start
     * @param blocks what was found before
     */
    SearchPage page(SearchQuery typed, @Nullable SearchCursor from, FoundBlocks blocks, SignedIn person)
            throws IOException {
        List<MailboxName> folders = SearchScope.of(typed.scope(), tree, mailboxes, texts);
        SearchQuery query = typed.scope().isPresent() && folders.isEmpty()
                ? typed.withMistake("search.mistake.folder", typed.scope().get())
                : typed;
        boolean asked = !query.isEmpty();
        MessageSearch.Found found = asked
                ? new MessageSearch(store, blocks, person.sessionId(), query.criterion(), preferences.pageSize())
                        .in(folders, from)
                : new MessageSearch.Found(List.of(), Optional.empty(), 0);
        boolean marks = preferences.marksDeleted();
        return new SearchPage(
                tree,
                typed.typed(),
                SearchChip.of(query, texts),
                query.mistake().map(this::sentence).orElse(null),
                asked,
                rows(found.rows()),
                found.next().map(next -> soFar(next, found.total())).orElse(""),
                found.next().map(next -> address(typed, next)).orElse(null),
                saved(typed),
                SearchFolder.all(tree),
                marks ? "mark-deleted" : "trash",
                marks ? "message.act.markDeleted" : "message.act.trash");
    }

    @Nullable
    private String saved(SearchQuery typed) {
        return saved.stream()
                .filter(each -> each.query().equals(typed.typed()))
                .map(SavedSearch::id)
                .findFirst()
                .orElse(null);
    }

    private String sentence(Mistake mistake) {
        return texts.get(mistake.text(), mistake.word());
    }

    private String address(SearchQuery query, SearchCursor next) {
        return contextPath + "/search?q=" + URLEncoder.encode(query.typed(), StandardCharsets.UTF_8) + "&from="
                + URLEncoder.encode(next.key(), StandardCharsets.UTF_8);
    }

    private String soFar(SearchCursor next, long total) {
        long searched = Math.max(0, total - Math.min(total, next.position().left()));
        return texts.get("search.soFar", searched, total, FolderLabel.of(next.folder(), mailboxes, texts));
    }

    private List<MessageRow> rows(List<MessageSummary> found) {
        List<MessageRow> rows = new ArrayList<>(found.size());
        MailboxName above = null;
        for (MessageSummary message : found) {
            MailboxName folder = message.ref().mailbox();
            String label = FolderLabel.of(folder, mailboxes, texts);
            RowContext context = new RowContext(
                    contextPath + "/mail/" + folder.toAddress(),
                    contextPath + icons,
                    isOfSentMail(folder),
                    "",
                    labels,
                    texts,
                    dates);
            String heading = folder.equals(above) ? null : label;
            rows.add(FoundRow.of(message, heading, label, contextPath + "/search", context));
            above = folder;
        }
        return rows;
    }

    private boolean isOfSentMail(MailboxName folder) {
        return mailboxes.stream()
                .filter(mailbox -> mailbox.name().equals(folder))
                .anyMatch(
                        mailbox -> mailbox.role().filter(OF_SENT_MAIL::contains).isPresent());
    }
}
