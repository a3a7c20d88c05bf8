package org.restante.message;

import java.util.Optional;
import java.util.UUID;
import org.restante.account.SignedIn;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MessageSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** All messages of a folder, or all that a filter shows, as they were when a person chose them: what arrives later is not among them. */
@Component
class Selections {

    private final JdbcClient database;

    Selections(JdbcClient database) {
        this.database = database;
    }

    /** Remembers a selection; returns what names it in addresses. */
    String keep(MessageSet messages, SignedIn person) {
        String id = UUID.randomUUID().toString().replace("-", "");
        database.sql("insert into message_selection (id, session_id, folder, messages, made_at)"
                        + " values (:id, :session, :folder, :messages, current_timestamp)")
                .param("id", id)
                .param("session", person.sessionId())
                .param("folder", messages.mailbox().toAddress())
                .param("messages", messages.key())
                .update();
        return id;
    }

    /** Returns a selection of messages of a folder; empty where there is none, or it is somebody else's. */
    Optional<MessageSet> find(String id, MailboxName folder, SignedIn person) {
        return database.sql("select messages from message_selection"
                        + " where id = :id and session_id = :session and folder = :folder")
                .param("id", id)
                .param("session", person.sessionId())
                .param("folder", folder.toAddress())
                .query(String.class)
                .optional()
                .map(messages -> MessageSet.of(folder, messages));
    }

    @Scheduled(initialDelayString = "PT15M", fixedDelayString = "PT1H")
    void forgetOld() {
        database.sql("delete from message_selection where made_at < current_timestamp - interval '1' day")
                .update();
    }
}
