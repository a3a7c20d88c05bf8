package org.restante.message;

import java.util.ArrayList;
import java.util.List;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MessageSummary;
import org.restante.mime.Display;

/**
 * A small picture on a row.
 *
 * @param icon the picture's address
 * @param label what it says to those who do not see it
 */
record RowMark(String icon, String label) {

    /** Returns the marks of a message; {@code icons} is the address of the icons' file. */
    static List<RowMark> of(MessageSummary message, String icons) {
        List<RowMark> marks = new ArrayList<>(3);
        if (message.is(Flag.ANSWERED)) {
            marks.add(new RowMark(icons + "#answered", "Answered"));
        }
        if (message.is(Flag.FORWARDED)) {
            marks.add(new RowMark(icons + "#forwarded", "Forwarded"));
        }
        if (message.is(Flag.HAS_ATTACHMENT) || Display.hasAttachment(message.structure())) {
            marks.add(new RowMark(icons + "#attachment", "Has an attachment"));
        }
        return marks;
    }
}
