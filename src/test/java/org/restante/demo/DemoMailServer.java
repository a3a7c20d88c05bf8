package org.restante.demo;

import com.icegreen.greenmail.imap.AuthorizationException;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;

/** A mail server on free ports of the loopback interface, with two accounts full of mail; all is in memory. */
public final class DemoMailServer implements AutoCloseable {

    /** Address and sign-in name of the account. */
    public static final String ADDRESS = "demo@restante.example";

    /** Address and sign-in name of the account whose mail is read over POP3: it has the same inbox. */
    public static final String POP3_ADDRESS = "demo@pop.restante.example";

    /** The accounts' password. */
    public static final String PASSWORD = "demo";

    private final GreenMail server = new GreenMail(ServerSetup.dynamicPort(ServerSetup.SMTP_POP3_IMAP));

    private DemoMailServer() {}

    /**
     * Starts the server and fills the accounts.
     *
     * @param now what the ages of the messages are counted from
     */
    public static DemoMailServer start(ZonedDateTime now) throws IOException, MessagingException {
        DemoMailServer started = new DemoMailServer();
        started.server.start();
        try {
            started.fill(Correspondence.until(now));
        } catch (FolderException | AuthorizationException e) {
            throw new IllegalStateException(e);
        }
        return started;
    }

    private void fill(List<Correspondence.Filed> messages) throws FolderException, AuthorizationException {
        GreenMailUser imap = server.setUser(ADDRESS, ADDRESS, PASSWORD);
        GreenMailUser pop3 = server.setUser(POP3_ADDRESS, POP3_ADDRESS, PASSWORD);
        for (Correspondence.Filed filed : messages) {
            file(filed, imap);
            if (filed.placing().folder().equals("INBOX")) {
                file(filed, pop3);
            }
        }
    }

    private void file(Correspondence.Filed filed, GreenMailUser user) throws FolderException, AuthorizationException {
        Placing placing = filed.placing();
        Date date = Date.from(placing.date().toInstant());
        folder(user, placing.folder()).appendMessage(filed.message(), placing.imapFlags(), date);
    }

    private MailFolder folder(GreenMailUser user, String path) throws FolderException, AuthorizationException {
        ImapHostManager folders = server.getManagers().getImapHostManager();
        String name = path.replace('/', folders.getHierarchyDelimiter());
        MailFolder folder = folders.getFolder(user, name);
        return folder != null ? folder : folders.createMailbox(user, name);
    }

    /** Returns the URL of the IMAP service as the configuration wants it. */
    public String incoming() {
        return "imap://127.0.0.1:" + server.getImap().getPort() + "?tls=off";
    }

    /** Returns the URL of the POP3 service as the configuration wants it. */
    public String pop3() {
        return "pop3://127.0.0.1:" + server.getPop3().getPort() + "?tls=off";
    }

    /** Returns the URL of the SMTP service as the configuration wants it. */
    public String submission() {
        return "smtp://127.0.0.1:" + server.getSmtp().getPort() + "?tls=off";
    }

    /** Stops the server; the mail is gone with it. */
    @Override
    public void close() {
        server.stop();
    }
}
