package org.restante.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.restante.folder.FolderLabel;
import org.restante.folder.FolderTree;
import org.restante.mailstore.Flag;
import org.restante.mailstore.Mailbox;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxRole;
import org.restante.mailstore.MailboxView;
import org.restante.mailstore.MessagePage;
import org.restante.mailstore.MessageSummary;
import org.restante.web.Dates;
import org.restante.web.Texts;

/**
 * What a folder's list page shows; public, or expressions of its template could not be compiled.
 *
 * @param number the page's number, from 1
 * @param pages the number of pages, at least 1
 * @param range which rows these are, in words
 * @param next the address of the rows that follow; null after the last
 * @param hidden how many rows of this page are left out, since they are marked as deleted
 * @param hasDeleted whether one of those that are shown is marked as deleted
 * @param newer the address of the page before; null on the first
 * @param older the address of the page after; null on the last
 * @param newest the key of the newest message, where the list shows it
 * @param filter which messages it shows; empty: all
 * @param searched says that only the newest messages were looked at; else empty
 * @param selected how many messages are selected at once; 0 where none are
 * @param asOf when the list was read last, in words, where the mail server does not let it be read now; else empty
 */
public record MessageListPage(
        FolderTree tree,
        String folder,
        String title,
        List<MessageRow> rows,
        long number,
        long pages,
        String range,
        String asOf,
        @Nullable String next,
        int hidden,
        boolean hasDeleted,
        @Nullable String newer,
        @Nullable String older,
        @Nullable String newest,
        String filter,
        List<FilterChoice> filters,
        String searched,
        int selected) {

    private static final Set<MailboxRole> OF_SENT_MAIL = Set.of(MailboxRole.SENT, MailboxRole.DRAFTS);

    static MessageListPage of(MailboxName folder, MailboxView view, ListLook look, Texts texts, Dates dates) {
        MessagePage page = view.page();
        long number = page.offset() / look.size() + 1;
        List<MessageSummary> shown = page.rows().stream()
                .filter(message -> !look.hidesDeleted() || !message.is(Flag.DELETED))
                .toList();
        RowContext context = new RowContext(
                look.contextPath() + "/mail/" + folder.toAddress(),
                look.contextPath() + look.icons(),
                isOfSentMail(folder, view.mailboxes()),
                number == 1 ? "" : "?page=" + number,
                look.labels(),
                texts,
                dates);
        long pages = Math.max(1, (page.total() + look.size() - 1) / look.size());
        return new MessageListPage(
                FolderTree.of(view.mailboxes(), Optional.of(folder), look.tree(), texts),
                folder.toAddress(),
                FolderLabel.of(folder, view.mailboxes(), texts),
                rows(shown, context),
                number,
                pages,
                range(page, texts),
                view.lastRead().map(dates::full).orElse(""),
                next(page, look, context),
                page.rows().size() - shown.size(),
                shown.stream().anyMatch(message -> message.is(Flag.DELETED)),
                number > 1 ? page(context, look, number - 1) : null,
                number < pages ? page(context, look, number + 1) : null,
                page.offset() > 0 || page.rows().isEmpty() || look.filter().isOn()
                        ? null
                        : page.rows().get(0).ref().key(),
                look.filter().name(),
                FilterChoice.all(look.filter(), look.labels(), texts),
                look.searched() == 0 ? "" : texts.get("message.filter.searched", look.searched()),
                look.selected());
    }

    private static String page(RowContext context, ListLook look, long number) {
        return context.base() + "?page=" + number + look.further();
    }

    private static List<MessageRow> rows(List<MessageSummary> shown, RowContext context) {
        List<MessageRow> rows = new ArrayList<>(shown.size());
        String above = null;
        for (MessageSummary message : shown) {
            String day = context.dates().day(MessageRow.sent(message));
            rows.add(MessageRow.of(message, day.equals(above) ? null : day, context));
            above = day;
        }
        return rows;
    }

    @Nullable
    private static String next(MessagePage page, ListLook look, RowContext context) {
        List<MessageSummary> rows = page.rows();
        return page.hasOlder() && !rows.isEmpty()
                ? context.base() + "?below=" + rows.get(rows.size() - 1).ref().key() + look.further()
                : null;
    }

    private static boolean isOfSentMail(MailboxName folder, List<Mailbox> mailboxes) {
        return mailboxes.stream()
                .filter(mailbox -> mailbox.name().equals(folder))
                .map(Mailbox::role)
                .flatMap(Optional::stream)
                .anyMatch(OF_SENT_MAIL::contains);
    }

    private static String range(MessagePage page, Texts texts) {
        long first = page.offset() + 1;
        return page.rows().isEmpty()
                ? ""
                : texts.get(
                        "message.list.range", first, page.offset() + page.rows().size(), page.total());
    }
}
