package org.restante.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MessageSummary;
import org.restante.mime.Display;

/**
 * A small picture on a row.
 *
 * @param icon the picture's address
 * @param styles the classes of the picture
 * @param label what it says to those who do not see it, after what stands before
 */
record RowMark(String icon, String styles, String label) {

    /** They point along the line, so they turn with it. */
    private static final Set<String> TURNING = Set.of("answered", "forwarded");

    /** Returns the marks of a message. */
    static List<RowMark> of(MessageSummary message, RowContext context) {
        List<RowMark> marks = new ArrayList<>(3);
        if (message.is(Flag.ANSWERED)) {
            marks.add(mark("answered", "message.mark.answered", context));
        }
        if (message.is(Flag.FORWARDED)) {
            marks.add(mark("forwarded", "message.mark.forwarded", context));
        }
        if (message.is(Flag.HAS_ATTACHMENT) || Display.hasAttachment(message.structure())) {
            marks.add(mark("attachment", "message.mark.attachment", context));
        }
        return marks;
    }

    private static RowMark mark(String icon, String label, RowContext context) {
        return new RowMark(
                context.icons() + "#" + icon,
                TURNING.contains(icon) ? "icon icon-turns" : "icon",
                ", " + context.texts().get(label));
    }
}
