package org.restante.message;

import java.util.List;
import java.util.UUID;
import org.restante.account.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people looked for last. */
@Component
class RecentSearches {

    private static final int MOST = 10;

    private final JdbcClient database;

    RecentSearches(JdbcClient database) {
        this.database = database;
    }

    /** Returns a person's last queries, each once, the last one first. */
    List<String> of(SignedIn person) {
        return database.sql("select query from recent_search where account_id = :account group by query"
                        + " order by max(used_at) desc limit " + MOST)
                .param("account", person.account())
                .query(String.class)
                .list();
    }

    /** Remembers a query; the oldest make room. */
    void keep(SignedIn person, String query) {
        database.sql("delete from recent_search where account_id = :account and query = :query")
                .param("account", person.account())
                .param("query", query)
                .update();
        database.sql("insert into recent_search (id, account_id, query, used_at)"
                        + " values (:id, :account, :query, current_timestamp)")
                .param("id", UUID.randomUUID().toString().replace("-", ""))
                .param("account", person.account())
                .param("query", query)
                .update();
        database.sql("delete from recent_search where account_id = :account and id not in (select id from"
                        + " (select id from recent_search where account_id = :account order by used_at desc limit "
                        + MOST + ") as newest)")
                .param("account", person.account())
                .update();
    }

    void forget(SignedIn person) {
        database.sql("delete from recent_search where account_id = :account")
                .param("account", person.account())
                .update();
    }
}
