package org.restante.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.mailstore.MessageSummary;

/** Makes the rows of what was found, which lies in several folders: each names its own. */
final class FoundRow {

    private FoundRow() {}

    /**
     * Returns a row.
     *
     * @param heading the folder's name, where this is its first row; else null
     * @param folder the folder's name
     * @param acts the address that forms act at, context path included
     */
    static MessageRow of(
            MessageSummary message, @Nullable String heading, String folder, String acts, RowContext context) {
        MessageRow row = MessageRow.of(message, heading, context);
        Instant when = MessageRow.sent(message);
        List<RowMark> marks = new ArrayList<>(row.marks());
        marks.add(new RowMark(context.icons() + "#folder", "icon", ", " + folder));
        return new MessageRow(
                message.ref().mailbox().toAddress() + "/" + row.ref(),
                heading,
                row.link(),
                row.styles(),
                row.tick(),
                row.who(),
                row.initials(),
                row.hue(),
                row.subject(),
                context.dates().brief(when),
                ", ",
                row.dateIso(),
                row.size(),
                row.unread(),
                row.deleted(),
                row.flagStyles(),
                acts + (row.flagStyles().isEmpty() ? "/flag" : "/unflag"),
                row.flagIcon(),
                row.flagLabel(),
                marks,
                row.labels());
    }
}
