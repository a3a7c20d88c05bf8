package org.restante.message.undo;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.restante.account.SignedIn;
import org.restante.mailstore.MailboxName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What people did and may take back: for ten minutes, in the session that did it, once. */
@Component
public class UndoActs {

    private static final String FRESH = " done_at > current_timestamp - interval '10' minute";

    private final JdbcClient database;

    UndoActs(JdbcClient database) {
        this.database = database;
    }

    /**
     * The way back.
     *
     * @param folder where the person was
     * @param steps in the order in which to take them
     * @param undone for how many messages they have been taken already
     */
    record Act(MailboxName folder, List<UndoStep> steps, int undone) {

        /** Returns how many messages it still concerns; those that are moved back and told something of count once. */
        int waiting() {
            boolean relocates = steps.stream().anyMatch(UndoStep::relocates);
            return steps.stream()
                    .filter(step -> step.relocates() == relocates)
                    .mapToInt(step -> step.messages().size())
                    .sum();
        }
    }

    /**
     * Remembers how an act can be undone.
     *
     * @return what names it in addresses; null where there is nothing to undo
     */
    @Nullable
    public String keep(@Nullable SignedIn person, MailboxName folder, List<UndoStep> steps) {
        if (person == null || steps.isEmpty()) {
            return null;
        }
        String id = UUID.randomUUID().toString().replace("-", "");
        keep(id, person, new Act(folder, steps, 0));
        return id;
    }

    void keep(String id, SignedIn person, Act act) {
        database.sql("insert into undo_act (id, session_id, folder, steps, undone, done_at)"
                        + " values (:id, :session, :folder, :steps, :undone, current_timestamp)")
                .param("undone", act.undone)
                .param("id", id)
                .param("session", person.sessionId())
                .param("folder", act.folder.toAddress())
                .param("steps", act.steps.stream().map(UndoStep::line).collect(Collectors.joining("\n")))
                .update();
    }

    /** Returns an act that can still be taken back. */
    Optional<Act> find(String id, SignedIn person) {
        return database.sql("select folder, steps, undone from undo_act where id = :id and session_id = :session and"
                        + FRESH)
                .param("id", id)
                .param("session", person.sessionId())
                .query((row, number) -> new Act(
                        MailboxName.fromAddress(row.getString("folder")),
                        row.getString("steps").lines().map(UndoStep::read).toList(),
                        row.getInt("undone")))
                .optional();
    }

    /** Gives an act to whoever asks first; empty where it is too late. */
    Optional<Act> take(String id, SignedIn person) {
        return find(id, person)
                .filter(act -> database.sql("delete from undo_act where id = :id")
                                .param("id", id)
                                .update()
                        == 1);
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT10M")
    void forgetOld() {
        database.sql("delete from undo_act where not" + FRESH).update();
    }
}
