package org.restante.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.restante.account.SignedIn;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MessageSet;
import org.restante.message.undo.UndoStep;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What people are doing to many messages, in rows, so that the next request goes on with it on any replica. */
@Component
class BulkActs {

    private static final String OWN = " where id = :id and session_id = :session";

    private final JdbcClient database;

    BulkActs(JdbcClient database) {
        this.database = database;
    }

    /** Remembers what is to be done; returns what names it in addresses. */
    String begin(BulkAct act, SignedIn person) {
        String id = UUID.randomUUID().toString().replace("-", "");
        database.sql(
                        "insert into bulk_act (id, session_id, folder, act, waiting, asked, done, gone, refused, steps, changed_at)"
                                + " values (:id, :session, :folder, :act, :waiting, :asked, :done, :gone, :left, :steps, current_timestamp)")
                .param("id", id)
                .param("session", person.sessionId())
                .param("folder", act.folder().toAddress())
                .param("act", act.act().line())
                .param("waiting", act.waiting().key())
                .param("asked", act.asked())
                .param("done", act.done())
                .param("gone", act.gone())
                .param("left", act.left())
                .param("steps", lines(act))
                .update();
        return id;
    }

    /** Returns how far it is; empty where it is over, or somebody else's. */
    Optional<BulkAct> find(String id, SignedIn person) {
        return database.sql("select * from bulk_act" + OWN)
                .param("id", id)
                .param("session", person.sessionId())
                .query((row, number) -> read(row))
                .optional();
    }

    /** Takes the next part upon oneself; returns false where another request is at it. */
    boolean claim(String id, SignedIn person) {
        return database.sql(
                                "update bulk_act set claimed_at = current_timestamp" + OWN
                                        + " and coalesce(claimed_at, timestamp '2000-01-01 00:00:00') < current_timestamp - interval '1' minute")
                        .param("id", id)
                        .param("session", person.sessionId())
                        .update()
                == 1;
    }

    /** Lets another request do the next part. */
    void release(String id) {
        database.sql("update bulk_act set claimed_at = null where id = :id")
                .param("id", id)
                .update();
    }

    /** Remembers how far it is, and lets another request do the next part. */
    void advance(String id, BulkAct act) {
        database.sql(
                        "update bulk_act set waiting = :waiting, done = :done, gone = :gone, refused = :left, steps = :steps,"
                                + " claimed_at = null, changed_at = current_timestamp where id = :id")
                .param("waiting", act.waiting().key())
                .param("done", act.done())
                .param("gone", act.gone())
                .param("left", act.left())
                .param("steps", lines(act))
                .param("id", id)
                .update();
    }

    /** Forgets it, since it is over; returns whether it was there. */
    boolean end(String id, SignedIn person) {
        return database.sql("delete from bulk_act" + OWN)
                        .param("id", id)
                        .param("session", person.sessionId())
                        .update()
                == 1;
    }

    private static String lines(BulkAct act) {
        return act.steps().stream().map(UndoStep::line).collect(Collectors.joining("\n"));
    }

    private static BulkAct read(ResultSet row) throws SQLException {
        MailboxName folder = MailboxName.fromAddress(row.getString("folder"));
        List<UndoStep> steps =
                row.getString("steps").lines().map(UndoStep::read).toList();
        return new BulkAct(
                folder,
                Act.read(row.getString("act")),
                MessageSet.of(folder, row.getString("waiting")),
                row.getInt("asked"),
                row.getInt("done"),
                row.getInt("gone"),
                row.getInt("refused"),
                steps);
    }

    @Scheduled(initialDelayString = "PT15M", fixedDelayString = "PT1H")
    void forgetOld() {
        database.sql("delete from bulk_act where changed_at < current_timestamp - interval '1' day")
                .update();
    }
}
