package org.restante.mailstore;

import java.io.InputStream;
import java.util.List;

/** A POP3 maildrop that is open, and whose messages are taken out. All methods throw {@link MailFailure}. */
public interface OpenMaildrop extends AutoCloseable {

    /** Returns the names (UIDL) of the messages that are named beyond doubt, the oldest first. */
    List<String> names();

    /** Returns a message as it came, to be read to its end. */
    InputStream retrieve(String name);

    /** Marks a message, which {@link #quit} removes. */
    void delete(String name);

    /** Takes all marks back, or at least sees to it that nothing is removed. */
    void keepAll();

    /** Removes what was marked, and leaves. */
    void quit();

    /** Leaves; nothing is removed but by {@link #quit}. */
    @Override
    void close();
}
