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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** A mail server on free ports of the loopback interface, with two accounts full of mail; all is in memory. */
public final class DemoMailServer implements AutoCloseable {

    /** Address and sign-in name of the account. */
    public static final String ADDRESS = "demo@restante.example";

    /** Address and sign-in name of the account whose mail is read over POP3: it has the same inbox. */
    public static final String POP3_ADDRESS = "demo@pop.restante.example";

    /** The accounts' password. */
    public static final String PASSWORD = "demo";

    private final GreenMail server = new GreenMail(ServerSetup.dynamicPort(ServerSetup.SMTP_POP3_IMAP));
    private final List<Correspondence.Filed> messages;
    private final AtomicInteger people = new AtomicInteger(1);

    private DemoMailServer(List<Correspondence.Filed> messages) {
        this.messages = messages;
    }

    /**
     * Starts the server and fills the accounts.
     *
     * @param now what the ages of the messages are counted from
     */
    public static DemoMailServer start(ZonedDateTime now) throws IOException, MessagingException {
        DemoMailServer started = new DemoMailServer(Correspondence.until(now));
        started.server.start();
        started.fill(ADDRESS, placing -> true);
        started.fill(POP3_ADDRESS, placing -> placing.folder().equals("INBOX"));
        return started;
    }

    /** Gives somebody else all the mail of the account; returns the address, which the same password opens. */
    public String anotherPerson() {
        String address = "demo-" + people.incrementAndGet() + ADDRESS.substring(ADDRESS.indexOf('@'));
        fill(address, placing -> true);
        return address;
    }

    private void fill(String address, Predicate<Placing> which) {
        try {
            GreenMailUser user = server.setUser(address, address, PASSWORD);
            for (Correspondence.Filed filed : messages) {
                if (which.test(filed.placing())) {
                    file(filed, user);
                }
            }
        } catch (FolderException | AuthorizationException e) {
            throw new IllegalStateException(e);
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
