package org.restante.mailstore.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.restante.mailstore.ContractServer;
import org.restante.mailstore.Credential;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MailStores;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MessagePurging;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.OpenMode;
import org.restante.mailstore.OrderContract;
import org.restante.testing.LesserServer;

/** A server without MOVE, UIDPLUS, ESEARCH and the rest. */
class ImapOnLesserServerTest extends OrderContract {

    private LesserServer lesser;

    @Override
    protected ContractServer startServer() {
        ContractServer server = ContractServer.greenMail();
        try {
            lesser = LesserServer.before(server.imapPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return server;
    }

    @Override
    protected MailStores createStores() {
        return Stores.create();
    }

    @Override
    protected Credential credential(ContractServer server, String user) {
        return server.credential("imap://127.0.0.1:" + lesser.port() + "?tls=off", user);
    }

    @Test
    @Override
    @Disabled("GreenMail does not reach into nested messages")
    protected void reads_a_part_of_a_message_in_a_message() {}

    @Test
    void moving_leaves_what_others_marked_and_uses_no_command_that_is_not_there() throws IOException {
        store().create(MailboxName.of("Target"));
        fill(3);
        List<MessageRef> refs = read(MessagePurging::all).refs();
        other().command("SELECT INBOX");
        other().command("STORE 1 +FLAGS (\\Deleted)");
        lesser.commands().clear();

        assertThat(write(mailbox -> mailbox.move(refs.subList(2, 3), MailboxName.of("Target")))
                        .traced())
                .hasSize(1);

        assertThat(store().open(MailboxName.INBOX, OpenMode.READ, mailbox -> mailbox.with(Flag.DELETED))
                        .refs())
                .containsExactly(refs.get(0));
        assertThat(lesser.commands()).noneMatch(line -> line.matches(".*(UID MOVE|UID EXPUNGE|RETURN \\().*"));
        assertThat(write(mailbox -> mailbox.removeFlags(refs, Set.of(Flag.DELETED)))
                        .there())
                .isEqualTo(2);
    }
}
