package org.restante.message;

import java.util.List;
import java.util.UUID;
import org.restante.account.SignedIn;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The searches that people keep. */
@Component
class SavedSearches {

    private static final int MOST = 100;

    private final JdbcClient database;

    SavedSearches(JdbcClient database) {
        this.database = database;
    }

    /** Returns a person's searches by name. */
    List<SavedSearch> of(SignedIn person) {
        return database.sql("select id, name, query from saved_search where account_id = :account order by name")
                .param("account", person.account())
                .query((row, number) ->
                        new SavedSearch(row.getString("id"), row.getString("name"), row.getString("query")))
                .list();
    }

    /** Keeps a search under a name; one that has that name already becomes this one. More than a hundred are not kept. */
    void keep(SignedIn person, String name, String query) {
        if (change(person, name, query) == 0 && of(person).size() < MOST) {
            try {
                database.sql("insert into saved_search (id, account_id, name, query)"
                                + " values (:id, :account, :name, :query)")
                        .param("id", UUID.randomUUID().toString().replace("-", ""))
                        .param("account", person.account())
                        .param("name", name)
                        .param("query", query)
                        .update();
            } catch (DuplicateKeyException e) {
                change(person, name, query);
            }
        }
    }

    private int change(SignedIn person, String name, String query) {
        return database.sql("update saved_search set query = :query where account_id = :account and name = :name")
                .param("query", query)
                .param("account", person.account())
                .param("name", name)
                .update();
    }

    void forget(SignedIn person, String id) {
        database.sql("delete from saved_search where id = :id and account_id = :account")
                .param("id", id)
                .param("account", person.account())
                .update();
    }
}
