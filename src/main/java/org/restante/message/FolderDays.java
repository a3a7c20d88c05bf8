package org.restante.message;

import java.util.OptionalLong;
import org.restante.account.SignedIn;
import org.restante.mailstore.MessageSet;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Remembers day by day what lay in a folder: mail servers rarely say since when a message has been in it, and the day on which it once
 * arrived is another one.
 */
@Component
class FolderDays {

    private static final String OWN = " where account_id = :account and folder = :folder and uid_validity = :validity";

    private final JdbcClient database;

    FolderDays(JdbcClient database) {
        this.database = database;
    }

    /** Remembers what lies there today. */
    void remember(MessageSet all, SignedIn person) {
        boolean known =
                of(database.sql("select count(*) from folder_day" + OWN + " and seen_on = current_date"), all, person)
                                .query(Long.class)
                                .single()
                        > 0;
        if (all.size() == 0 || known) {
            return;
        }
        try {
            of(
                            database.sql("insert into folder_day (account_id, folder, uid_validity, seen_on, newest)"
                                    + " values (:account, :folder, :validity, current_date, :newest)"),
                            all,
                            person)
                    .param("newest", all.uids().get(all.size() - 1).value())
                    .update();
        } catch (DuplicateKeyException e) {
            // Another request of today was faster.
        }
    }

    /** Returns the UID up to which messages lay there so many days ago; empty where nobody looked then or before. */
    OptionalLong lain(MessageSet all, int days, SignedIn person) {
        var found = of(
                        database.sql("select max(newest) from folder_day" + OWN
                                + " and seen_on <= current_date - cast(:days as int)"),
                        all,
                        person)
                .param("days", days)
                .query(Long.class)
                .optional();
        return found.isPresent() ? OptionalLong.of(found.get()) : OptionalLong.empty();
    }

    private static JdbcClient.StatementSpec of(JdbcClient.StatementSpec statement, MessageSet all, SignedIn person) {
        return statement
                .param("account", person.account())
                .param("folder", all.mailbox().toAddress())
                .param("validity", all.uidValidity().value());
    }

    @Scheduled(initialDelayString = "PT20M", fixedDelayString = "PT12H")
    void forgetOld() {
        database.sql("delete from folder_day where seen_on < current_date - cast(400 as int)")
                .update();
    }
}
