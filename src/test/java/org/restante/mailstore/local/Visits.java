package org.restante.mailstore.local;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MessagePage;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.OpenMode;
import org.restante.mailstore.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks at an account's inbox, and waits until the maildrop is left again. */
record Visits(DataSource database, MailStore store) {

    private static final int PAGE = 500;

    void visit() throws IOException {
        rows(MailboxName.INBOX);
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> JdbcClient.create(database)
                                .sql("select count(*) from maildrop where lease_owner is not null")
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    List<MessageSummary> rows(MailboxName mailbox) throws IOException {
        List<MessageSummary> rows = new ArrayList<>();
        MessagePage page = page(mailbox, 1);
        rows.addAll(page.rows());
        while (rows.size() < page.total()) {
            rows.addAll(page(mailbox, rows.size() / PAGE + 1).rows());
        }
        return rows;
    }

    private MessagePage page(MailboxName mailbox, int number) throws IOException {
        return store.open(mailbox, OpenMode.READ, opened -> opened.view(new PageRequest.Numbered(number, PAGE)))
                .page();
    }

    /** Returns the messages of the inbox as they came. */
    List<String> sources() throws IOException {
        List<String> sources = new ArrayList<>();
        for (MessageSummary row : rows(MailboxName.INBOX)) {
            sources.add(store.open(
                    MailboxName.INBOX,
                    OpenMode.READ,
                    mailbox -> new String(mailbox.source(row.ref()).readAllBytes(), StandardCharsets.ISO_8859_1)));
        }
        return sources;
    }
}
