package org.restante.mailstore.imap;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.restante.mailstore.MailFailure.Gone;
import org.restante.mailstore.Uid;

/**
 * A section of a message, fetched in pieces as it is read (RFC 9051 §6.4.5, partial fetch), so that memory does not grow with it. The
 * first piece is fetched at once: what is gone is said before anything is read.
 */
final class SectionStream extends InputStream {

    static final int PIECE = 256 * 1024;

    /** By so many octets some servers' literals are shorter than they should be. */
    private static final int SHORT = 2;

    private final ImapConnection connection;
    private final Uid uid;
    private final String section;
    private byte[] piece;
    private int at;
    private long origin;
    private boolean ended;

    /**
     * Begins to read.
     *
     * @param section {@code 1.2}, or empty for the whole message
     * @throws Gone where the message or the section is not there
     */
    SectionStream(ImapConnection connection, Uid uid, String section) {
        this.connection = connection;
        this.uid = uid;
        this.section = section;
        fetch();
    }

    private void fetch() {
        var fetched = new Fetched();
        // The first time with NOOP, so that the server notices what became of the mailbox.
        List<Command> commands = new ArrayList<>(origin == 0 ? List.of(Command.of("NOOP")) : List.of());
        commands.add(Command.of("UID FETCH %s (UID BODY.PEEK[%s]<%d.%d>)".formatted(uid, section, origin, PIECE)));
        connection.exchange(commands, fetched::take).forEach(ImapConnection::checkOk);
        Value value = fetched.item(uid, "BODY[" + section + "]").orElse(Value.NIL);
        if (!value.isText() && origin == 0) {
            throw fetched.uids().contains(uid)
                    ? new Gone(Gone.Kind.PART, "no such section")
                    : new Gone(Gone.Kind.MESSAGE, "no such message");
        }
        piece = value.octets();
        at = 0;
        origin += piece.length;
        ended = piece.length == 0 || piece.length < PIECE - SHORT;
    }

    private boolean isAtEnd() {
        // From the first octet on the reader may have passed it on: another connection cannot start over.
        connection.commit();
        while (at == piece.length && !ended) {
            fetch();
        }
        return at == piece.length;
    }

    @Override
    public int read() {
        return isAtEnd() ? -1 : piece[at++] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (isAtEnd()) {
            return -1;
        }
        int count = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, target, offset, count);
        at += count;
        return count;
    }

    @Override
    public int available() {
        return piece.length - at;
    }
}
