package org.restante.message;

import org.jspecify.annotations.Nullable;

/**
 * The page that a form was on, where its answer leads back to.
 *
 * @param page the number of the list's page, 1 where it is not said
 * @param message whether it was the page of the one message that the form acts on; null: it was not
 */
record ReturnTo(@Nullable Integer page, @Nullable Boolean message) {

    /** Returns the way back to the list, which then says what was done. */
    String list(String done, SelectedMessages messages, int there) {
        int gone = messages.refs().size() - there;
        return "redirect:/mail/{folder}?done=" + done + "&count=" + there
                + (gone > 0 ? "&gone=" + gone : "")
                + (page == null || page <= 1 ? "" : "&page=" + page);
    }

    /** Returns the way back to where the form was. */
    String listOrMessage(String done, SelectedMessages messages, int there) {
        return Boolean.TRUE.equals(message) && messages.refs().size() == 1 && there == 1
                ? "redirect:/mail/{folder}/" + messages.refs().get(0).key()
                        + (page == null || page <= 1 ? "" : "?page=" + page)
                : list(done, messages, there);
    }
}
