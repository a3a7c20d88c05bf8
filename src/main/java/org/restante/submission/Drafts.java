package org.restante.submission;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.restante.account.Randoms;
import org.restante.account.SignedIn;
import org.restante.content.ContentWriter;
import org.restante.content.Contents;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The messages that people write. Each method looks at the person's own drafts alone. */
@Component
public class Drafts {

    /** The form of a draft's id. */
    public static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    private static final int ID_BYTES = 16;
    private static final int SHOWN = 200;
    private static final int LONGEST_NAME = 200;

    private final DraftTable table;
    private final Contents contents;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    Drafts(DraftTable table, Contents contents, TransactionTemplate transaction, InstantSource clock) {
        this.table = table;
        this.contents = contents;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Returns the id of a draft that does not exist yet. */
    public static String newId() {
        return Randoms.hex(ID_BYTES);
    }

    /** Returns the person's draft with that id. */
    public Optional<Draft> find(SignedIn person, String id) {
        return table.find(person.account(), id);
    }

    /** Returns the draft that the mailbox of drafts holds a copy of. */
    public Optional<Draft> findByMessageId(SignedIn person, String messageId) {
        return open(person).stream()
                .filter(draft -> draft.messageId().equals(messageId))
                .findFirst();
    }

    /** Returns the drafts that are being written, the one changed last first. */
    public List<Draft> open(SignedIn person) {
        return table.open(person.account(), SHOWN);
    }

    /**
     * Writes what was typed; the first time makes the draft. Writing the same twice changes nothing the second time.
     *
     * @param version that the change started from; 0 where there was no draft yet
     * @param context what the message goes back to; counts the first time only
     * @return the draft as it is then
     * @throws DraftConflict where it was changed elsewhere
     */
    public Draft save(SignedIn person, String id, long version, DraftFields fields, DraftContext context) {
        Optional<Draft> found = find(person, id);
        if (found.isEmpty()) {
            return insert(person, id, fields, context);
        }
        Draft draft = found.get();
        if (draft.fields().equals(fields)) {
            return draft;
        }
        if (draft.version() != version || !table.update(draft, fields, clock.instant())) {
            throw new DraftConflict(find(person, id).orElse(draft));
        }
        return find(person, id).orElseThrow(() -> new DraftConflict(draft));
    }

    /**
     * Makes a draft of one that another mail program put into the mailbox of drafts, so that the next copy takes its place.
     *
     * @param messageId that it has there, with its angle brackets
     */
    public Draft adopt(SignedIn person, String id, String messageId, DraftFields fields, DraftContext context) {
        Draft draft = insert(person, id, messageId, fields, context);
        table.markPublished(id, 0);
        return draft;
    }

    private Draft insert(SignedIn person, String id, DraftFields fields, DraftContext context) {
        return insert(person, id, messageId(id, fields.sender()), fields, context);
    }

    private Draft insert(SignedIn person, String id, String messageId, DraftFields fields, DraftContext context) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not the id of a draft");
        }
        var draft = new Draft(id, person.account(), 1, messageId, fields, context, List.of(), clock.instant());
        if (table.isSubmitted(id)) {
            throw new DraftConflict(draft);
        }
        try {
            table.insert(draft);
            return draft;
        } catch (DuplicateKeyException e) {
            Draft theirs =
                    find(person, id).orElseThrow(() -> new IllegalArgumentException("the draft is another account's"));
            if (theirs.fields().equals(fields)) {
                return theirs;
            }
            throw new DraftConflict(theirs);
        }
    }

    /** It tells nothing of the id, which only the person knows. */
    static String messageId(String id, String sender) {
        return "<" + digest("Message-ID of " + id) + "@" + sender.substring(sender.lastIndexOf('@') + 1) + ">";
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Adds a file, read as a stream; where it was added under that key before, nothing is done.
     *
     * @param key tells it from the draft's other files
     * @param inText whether it is a picture in the text
     * @return the file's id
     * @throws IOException where it cannot be read to its end; then nothing was added
     */
    public String attach(Draft draft, String key, String name, String type, boolean inText, InputStream file)
            throws IOException {
        String id = attachmentId(draft.id(), key);
        try (ContentWriter writer = contents.create()) {
            file.transferTo(writer);
            var attachment =
                    new DraftAttachment(id, shortened(name), shortened(type), writer.size(), writer.id(), inText);
            transaction.executeWithoutResult(status -> {
                writer.finish();
                table.attach(draft.id(), attachment, clock.instant());
                table.changeFiles(draft.id(), clock.instant());
            });
        } catch (DuplicateKeyException e) {
            // The same file was sent twice.
        }
        return id;
    }

    /** Adds a file that is no picture in the text; see {@link #attach(Draft, String, String, String, boolean, InputStream)}. */
    public String attach(Draft draft, String key, String name, String type, InputStream file) throws IOException {
        return attach(draft, key, name, type, false, file);
    }

    /** Returns the id that a file has or will have; see {@link #attach}. */
    public static String attachmentId(String draft, String key) {
        return digest("file " + draft + " " + key);
    }

    /** Returns what is in a file of a draft. */
    public InputStream read(DraftAttachment attachment) {
        return contents.read(attachment.content());
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
    }

    /** Removes a file from a draft; without effect where it is not there. */
    public void detach(Draft draft, String attachment) {
        draft.attachments().stream()
                .filter(each -> each.id().equals(attachment))
                .findFirst()
                .ifPresent(each -> transaction.executeWithoutResult(status -> {
                    table.detach(each.id());
                    table.changeFiles(draft.id(), clock.instant());
                    contents.delete(List.of(each.content()));
                }));
    }

    /** Removes a draft with all its files. */
    public void delete(Draft draft) {
        transaction.executeWithoutResult(status -> {
            List<Long> files =
                    draft.attachments().stream().map(DraftAttachment::content).toList();
            table.delete(draft.id());
            contents.delete(files);
        });
    }
}
