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
 * @param sort in which order the list stands; null: that of arrival
 * @param message whether it was the page of the one message that the form acts on; null: it was not
 */
record ReturnTo(
        @Nullable Integer page,
        @Nullable Boolean message,
        @Nullable String filter,
        @Nullable String sort) {

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
        String query =
                (page == null || page <= 1 ? "" : "&page=" + page) + named("filter", filter) + named("sort", sort);
        return query.isEmpty() ? "" : separator + query.substring(1);
    }

    private static String named(String name, @Nullable String value) {
        return value == null || value.isEmpty()
                ? ""
                : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
