package org.restante.mailstore.pop3;

import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.restante.mailstore.Credential;
import org.restante.mailstore.MailFailure;

/**
 * A maildrop that is open and, with most servers, locked for everybody else (RFC 1939 §4); used by one thread at a time. All methods
 * throw {@link MailFailure}.
 */
public final class Maildrop implements AutoCloseable {

    private static final long LONGEST_MESSAGE = 512L << 20;

    private final Pop3Wire wire;
    private final Capabilities capabilities;
    private final HeaderFetch headers;

    Maildrop(Pop3Wire wire, Capabilities capabilities) {
        this.wire = wire;
        this.capabilities = capabilities;
        headers = new HeaderFetch(wire, capabilities);
    }

    /**
     * Signs in and opens the maildrop.
     *
     * @throws MaildropBusyException where the server does not open it now
     * @throws MailFailure.Authentication where the server does not accept the credential
     */
    public static Maildrop open(Credential credential) throws MaildropBusyException {
        return Pop3Connector.connect(credential);
    }

    /** Returns all messages, in the order of their numbers, which is that of their arrival; those marked by {@link #delete} are not among them. */
    public List<Listed> list() {
        return Listing.ask(wire, capabilities.has("PIPELINING"));
    }

    /** Returns the UIDL of one message (RFC 1939 §7); empty where there is no such message, or the server does not know UIDL. */
    public Optional<Uidl> uidl(int number) {
        Status status = wire.exchange("UIDL " + number);
        String[] words = status.text().split("\\s+");
        return status.ok() && words.length > 1 && words[0].equals(Integer.toString(number))
                ? Optional.of(new Uidl(words[1]))
                : Optional.empty();
    }

    /**
     * Fetches header sections by TOP, many in flight where the server takes that; by the start of RETR where it does not know TOP.
     *
     * @param each gets a number and the header section, at most its first 64 KB, empty where the server does not give it; in the order asked
     *     for
     */
    public void top(List<Integer> numbers, BiConsumer<Integer, byte[]> each) {
        headers.fetch(numbers, each);
    }

    /** Returns a message as it came (RFC 1939 §5 RETR); to be read to its end, or closed, before anything else is asked for. */
    public InputStream retrieve(int number) {
        Status status = wire.exchange("RETR " + number);
        if (!status.ok()) {
            throw Refusals.of(status);
        }
        return wire.lines(LONGEST_MESSAGE);
    }

    /** Marks a message; it is removed by {@link #quit} and by nothing else (RFC 1939 §5 DELE). */
    public void delete(int number) {
        Status status = wire.exchange("DELE " + number);
        if (!status.ok()) {
            throw Refusals.of(status);
        }
    }

    /** Takes all marks back (RFC 1939 §5 RSET). */
    public void reset() {
        Status status = wire.exchange("RSET");
        if (!status.ok()) {
            throw Refusals.of(status);
        }
    }

    /** Returns how long the server wants between two sign-ins, where it says so (RFC 2449 §6.5). */
    public Optional<Duration> pause() {
        return capabilities.seconds("LOGIN-DELAY").map(Duration::ofSeconds);
    }

    /**
     * Removes what was marked and lets the maildrop go (RFC 1939 §6 QUIT).
     *
     * @throws MailFailure where the server may not have removed it all
     */
    public void quit() {
        try {
            Status status = wire.exchange("QUIT");
            if (!status.ok()) {
                throw Refusals.of(status);
            }
        } finally {
            wire.close();
        }
    }

    /** Lets the maildrop go as it is, if it is still open: nothing is removed from it. */
    @Override
    public void close() {
        wire.close();
    }
}
