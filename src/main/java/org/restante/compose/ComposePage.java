package org.restante.compose;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.restante.mime.WrittenHtml;
import org.restante.submission.Draft;
import org.restante.submission.DraftAttachment;
import org.restante.submission.DraftFields;
import org.restante.submission.Identity;
import org.restante.submission.Priority;
import org.restante.web.Texts;

/**
 * What the composer shows.
 *
 * @param suffix behind all ids in the page, so that several composers can stand in one; empty on a page of its own
 * @param identities the addresses that the person may write as
 * @param askName whether the person has not said yet how they want to be called
 * @param files what is attached
 * @param pictures the ids of those in the text
 * @param most octets of all files where no script sends them, in words
 * @param mostStreamed octets of all files where one does
 * @param mostWords the same in words
 * @param known whom the person has written to, the likeliest first
 * @param errors what is wrong with which field, in words
 * @param notice what happened, in words; null where nothing did
 * @param conflict whether the draft was changed elsewhere
 * @param redirects whether a message is passed on as it is, so that there is nothing to write
 * @param canSend whether a server for sending is configured
 */
record ComposePage(
        String id,
        String suffix,
        long version,
        DraftFields fields,
        List<Identity> identities,
        boolean askName,
        String name,
        List<FileRow> files,
        List<String> pictures,
        String most,
        long mostStreamed,
        String mostWords,
        List<String> known,
        List<Tool> tools,
        List<Choice> priorities,
        Map<String, String> errors,
        @Nullable String notice,
        boolean conflict,
        boolean canSend,
        boolean redirects) {

    private static final List<String> TOOLS = List.of(
            "bold",
            "italic",
            "underline",
            "strike",
            "heading",
            "bullets",
            "numbers",
            "quote",
            "link",
            "picture",
            "emoji",
            "clear");
    private static final Set<String> TOGGLES =
            Set.of("bold", "italic", "underline", "strike", "heading", "bullets", "numbers", "quote", "link");

    private static final Set<String> TURNING = Set.of("bullets", "numbers", "quote");

    /** A file as the page names it. */
    record FileRow(String id, String name, String size, String remove) {

        static FileRow of(DraftAttachment file, Texts texts) {
            return new FileRow(
                    file.id(), file.name(), texts.size(file.size()), texts.get("compose.remove", file.name()));
        }
    }

    /** A tool of the toolbar; some can be on or off. */
    record Tool(String name, String label, boolean toggle, boolean turns) {}

    /** A priority to choose. */
    record Choice(String value, String label, boolean selected) {}

    static List<Tool> tools(Texts texts) {
        return TOOLS.stream()
                .map(name -> new Tool(
                        name, texts.get("compose.rich." + name), TOGGLES.contains(name), TURNING.contains(name)))
                .toList();
    }

    static List<Choice> priorities(Priority chosen, Texts texts) {
        return Arrays.stream(Priority.values())
                .map(each -> new Choice(each.word(), texts.get("compose.priority." + each.word()), each == chosen))
                .toList();
    }

    /** Returns how the text is written: with formatting, plain, or where nothing but a signature is there yet, as the person did last. */
    public String format() {
        return !isBegun() ? "" : fields.html().isEmpty() ? "plain" : "rich";
    }

    private boolean isBegun() {
        String words = fields.text().strip();
        return fields.html().contains("<img")
                || !words.isEmpty()
                        && identities.stream()
                                .flatMap(each -> Stream.of(each.signed(), WrittenHtml.text(each.signedHtml())))
                                .map(String::strip)
                                .noneMatch(words::equals);
    }

    /** Returns the formatted text behind the line break that browsers leave out. */
    public String designed() {
        return "\n" + fields.html();
    }

    /** Returns what is wrong with a field; null where nothing is. */
    @Nullable
    public String error(String field) {
        return errors.get(field);
    }

    /** Returns the text behind the line break that browsers leave out at the beginning of a text area. */
    public String typed() {
        return "\n" + fields.text();
    }

    /** Returns whether fields that are seldom used hold something. */
    public boolean more() {
        return !(fields.cc() + fields.bcc() + fields.replyTo()).isBlank()
                || fields.priority() != Priority.NORMAL
                || errors.containsKey("cc")
                || errors.containsKey("bcc")
                || errors.containsKey("replyTo");
    }

    static List<String> picturesOf(@Nullable Draft draft) {
        return draft == null
                ? List.of()
                : draft.attachments().stream()
                        .filter(DraftAttachment::inText)
                        .map(DraftAttachment::id)
                        .toList();
    }

    static List<FileRow> files(@Nullable Draft draft, Texts texts) {
        return draft == null
                ? List.of()
                : draft.attachments().stream()
                        .filter(file -> !file.inText())
                        .map(file -> FileRow.of(file, texts))
                        .toList();
    }
}
