package org.restante.message;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MessageRef;

/**
 * The page that a form was on, where its answer leads back to.
 *
 * @param page the number of the list's page, 1 where it is not said
 * @param filter what the list is filtered by; null: nothing
 * @param message whether it was the page of the one message that the form acts on; null: it was not
 */
record ReturnTo(
        @Nullable Integer page,
        @Nullable Boolean message,
        @Nullable String filter) {

    /** Returns the way back to the list, which then says what was done. */
    String list(Outcome outcome) {
        return listOrNeighbour(outcome, Optional.empty());
    }

    /** Returns the way to another message, which then says what was done; to the list where there is none. */
    String listOrNeighbour(Outcome outcome, Optional<MessageRef> neighbour) {
        String below = neighbour.map(ref -> "/" + ref.key()).orElse("");
        if (outcome.more() != null) {
            return "redirect:/bulk/" + outcome.more();
        }
        return "redirect:/mail/{folder}" + below + "?" + outcome.query() + paged("&");
    }

    /** Returns whether it was the page of the one message that the form acts on. */
    boolean isOfOpenMessage(SelectedMessages messages) {
        return Boolean.TRUE.equals(message) && messages.refs().size() == 1;
    }

    /** Returns the way back to where the form was. */
    String listOrMessage(Outcome outcome, SelectedMessages messages) {
        return isOfOpenMessage(messages) && outcome.count() == 1
                ? "redirect:/mail/{folder}/" + messages.refs().get(0).key() + "?" + outcome.query() + paged("&")
                : list(outcome);
    }

    /** Returns the address of a folder's list. */
    static String addressOf(MailboxName folder) {
        return "/mail/" + URLEncoder.encode(folder.toAddress(), StandardCharsets.UTF_8);
    }

    private String paged(String separator) {
        String numbered = page == null || page <= 1 ? "" : separator + "page=" + page;
        return filter == null || filter.isEmpty()
                ? numbered
                : numbered + (numbered.isEmpty() ? separator : "&") + "filter="
                        + URLEncoder.encode(filter, StandardCharsets.UTF_8);
    }
}
