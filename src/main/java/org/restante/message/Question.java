package org.restante.message;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.restante.web.Region;
import org.springframework.ui.Model;

/**
 * What has to be said before an act is done: a page of its own, or a dialogue where a script asked.
 *
 * @param title what is asked
 * @param hint what else to know; empty: nothing
 * @param action where the answer goes, within the application
 * @param fields what goes along with the answer
 * @param answers the buttons, of which each is an answer
 * @param choosing whether the answers are folders, to be found by their names
 * @param back where it leads not to answer
 */
record Question(
        String title,
        String hint,
        String action,
        List<Map.Entry<String, String>> fields,
        List<Answer> answers,
        boolean choosing,
        String back) {

    /**
     * A button.
     *
     * @param icon the name of its picture; empty: none
     * @param style the classes of the button
     */
    record Answer(String name, String value, String label, String icon, String style) {}

    /** Returns the view that asks it. */
    String show(@Nullable String region, Model model) {
        model.addAttribute("question", this);
        return region == null ? "message/question" : Region.view("message/question", "question", "question");
    }
}
