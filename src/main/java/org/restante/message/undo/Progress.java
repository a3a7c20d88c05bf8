package org.restante.message.undo;

import org.jspecify.annotations.Nullable;
import org.restante.web.Region;
import org.springframework.ui.Model;

/**
 * How far something is that is done to many messages; a script goes on by itself, else the person does.
 *
 * @param title the name of the text that says what is going on
 * @param action where to go on, within the application
 * @param stops whether it can be stopped, at the same address with {@code /stop}
 * @param interrupted whether the mail server failed to do the last part
 */
public record Progress(String title, int done, int all, String action, boolean stops, boolean interrupted) {

    /** Returns the view that shows it. */
    public String show(@Nullable String region, Model model) {
        model.addAttribute("progress", this);
        return Region.view("message/progress", region == null ? null : "progress", "progress");
    }
}
