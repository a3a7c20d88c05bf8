package org.restante.message;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.mailstore.MessageRef;

/**
 * The page that a form was on, where its answer leads back to.
 *
 * @param page the number of the list's page, 1 where it is not said
 * @param message whether it was the page of the one message that the form acts on; null: it was not
 */
record ReturnTo(@Nullable Integer page, @Nullable Boolean message) {

    /** Returns the way back to the list, which then says what was done. */
    String list(String done, SelectedMessages messages, int there) {
        return "redirect:/mail/{folder}" + query(done, messages, there);
    }

    /** Returns the way to another message, which then says what was done; to the list where there is none. */
    String listOrNeighbour(String done, SelectedMessages messages, int there, Optional<MessageRef> neighbour) {
        String below = neighbour.map(ref -> "/" + ref.key()).orElse("");
        return "redirect:/mail/{folder}" + below + query(done, messages, there);
    }

    private String query(String done, SelectedMessages messages, int there) {
        int gone = messages.refs().size() - there;
        return "?done=" + done + "&count=" + there
                + (gone > 0 ? "&gone=" + gone : "")
                + (page == null || page <= 1 ? "" : "&page=" + page);
    }

    /** Returns whether it was the page of the one message that the form acts on. */
    boolean isOfOpenMessage(SelectedMessages messages) {
        return Boolean.TRUE.equals(message) && messages.refs().size() == 1;
    }

    /** Returns the way back to where the form was. */
    String listOrMessage(String done, SelectedMessages messages, int there) {
        return isOfOpenMessage(messages) && there == 1
                ? "redirect:/mail/{folder}/" + messages.refs().get(0).key()
                        + (page == null || page <= 1 ? "" : "?page=" + page)
                : list(done, messages, there);
    }
}
