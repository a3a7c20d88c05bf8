package org.restante.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.testing.MailServersUnderTest.smtp;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.restante.content.Contents;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailboxRole;
import org.restante.testing.MailServersUnderTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** What is left to do once a message was sent, where the mail server has no room for the copy, or no folder for it. */
@ContextConfiguration(initializers = MailServersUnderTest.class)
class FilingTest extends JournalTests {

    @Autowired
    private DraftTable draftTable;

    @Autowired
    private Contents contents;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private OutboxProperties properties;

    /** The person's mail, to which nothing can be added any more. */
    private MailStore full() {
        Class<?>[] types = {MailStore.class};
        return (MailStore) Proxy.newProxyInstance(getClass().getClassLoader(), types, (proxy, method, arguments) -> {
            if (method.getName().equals("append")) {
                throw new MailFailure.Refused(MailFailure.Refused.Kind.OVER_QUOTA, "[OVERQUOTA] no more room");
            }
            try {
                return method.invoke(store, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    @Test
    void over_quota_it_is_sent_once_and_its_copy_is_filed_when_there_is_room_again() throws IOException {
        somebodyAt(MailServersUnderTest.WHOLE);
        String to = recipient("to");
        Draft draft = draftFor(to);
        submit(draft);
        OutboxEntry sent = sentBy("replica", draft.id());

        new Filing(table, draftTable, credential -> full(), servers, contents, transaction, clock, properties)
                .file(sent, "replica", person.credential(), true);
        for (int i = 0; i < 3; i++) {
            afterAWhile();
        }

        assertThat(entry(draft.id()).state()).isEqualTo(OutboxState.SENT);
        assertThat(entry(draft.id()).problem()).isEqualTo(Reason.COPY);
        assertThat(entry(draft.id()).nextAt()).isEmpty();
        assertThat(drafts.find(person, draft.id())).isPresent();
        assertThat(copies(draft.id())).isZero();
        assertThat(outbox.file(person, draft.id())).isTrue();
        goOn();
        assertDone(draft.id());
        assertThat(smtp().takenFor(to)).as("it is not sent by filing it").isEmpty();
    }

    @Test
    void where_there_is_no_folder_of_sent_mail_one_is_made() throws IOException {
        somebodyAt(MailServersUnderTest.WHOLE);
        assertThat(store.mailboxes())
                .noneMatch(mailbox -> mailbox.name().path().get(0).equals("Sent"));

        String id = send(recipient("to"));
        afterAWhile();

        assertDone(id);
        assertThat(store.mailboxFor(MailboxRole.SENT).path()).containsExactly("Sent");
    }

    private OutboxEntry sentBy(String owner, String id) {
        database.sql("update outbox set state = 'SENT' where id = :id")
                .param("id", id)
                .update();
        clock.pass(Duration.ofMinutes(1));
        return table.claim(owner, 100, Duration.ofMinutes(3)).get(0);
    }
}
