package org.restante.mailstore.imap;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.restante.mailstore.MailFailure.Refused;

/**
 * Cuts the server's octets into answers, and bounds what one may hold before anything is allocated for it: a server may be hostile.
 */
final class AnswerReader {

    private static final int LONGEST_LITERAL = 4 << 20;
    private static final int LONGEST_ANSWER = 16 << 20;
    private static final int READ_AT_ONCE = 1 << 14;
    private static final int LARGE = 1 << 13;
    private static final int FIRST = 1 << 11;
    private static final byte[] NONE = {};

    private final InputStream in;
    private byte[] buffer = NONE;
    private int at;
    private int end;
    private byte[] answer = NONE;
    private int length;
    private final AnswerBudget budget = new AnswerBudget();

    AnswerReader(InputStream in) {
        this.in = in;
    }

    /** From now on counts anew what an exchange may hold in all. */
    void beginExchange() {
        budget.clear();
    }

    /** What was said may be forgotten now; a connection that lies idle holds no memory for what might come. */
    void endExchange() {
        budget.clear();
        answer = NONE;
        buffer = at < end ? buffer : NONE;
    }

    /** Returns whether octets are there that were not asked for; never waits. */
    boolean hasMore() throws IOException {
        return at < end || in.available() > 0;
    }

    /**
     * Returns the next answer.
     *
     * @throws EOFException where the server closed the connection
     * @throws GarbledAnswerException where it is beyond all bounds
     * @throws Refused where too much is being said on all connections together
     */
    Answer read() throws IOException {
        length = 0;
        do {
            int from = length;
            readLine();
            long literal = LiteralSize.atEndOf(answer, from, length);
            if (literal < 0 || isStatus()) {
                return parsed();
            }
            if (literal > LONGEST_LITERAL) {
                throw new GarbledAnswerException("a literal beyond all bounds");
            }
            readLiteral((int) literal);
        } while (true);
    }

    /** The values stand in the octets themselves, so these are given away. */
    private Answer parsed() throws GarbledAnswerException {
        boolean large = length > LARGE;
        var parser = new AnswerParser(large ? answer : Arrays.copyOf(answer, length), length, budget.values());
        if (large) {
            answer = NONE;
        }
        Answer parsed = parser.answer();
        budget.takeAnswer(parser.values());
        return parsed;
    }

    /** Status answers hold no literals, but their words may look like one. */
    private boolean isStatus() {
        String start = new String(answer, 0, Math.min(length, 64), StandardCharsets.ISO_8859_1);
        if (!start.startsWith("* ")) {
            return true;
        }
        int space = start.indexOf(' ', 2);
        return space > 0
                && AnswerParser.STATUS.contains(start.substring(2, space).toUpperCase(Locale.ROOT));
    }

    private void readLine() throws IOException {
        while (true) {
            fill();
            if (length == 0 && buffer[at] == 0) {
                // Some servers pad with NUL.
                at++;
                continue;
            }
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            boolean whole = at < end;
            at += whole ? 1 : 0;
            append(from, at - from);
            if (whole) {
                return;
            }
        }
    }

    private void readLiteral(int size) throws IOException {
        for (int rest = size; rest > 0; ) {
            fill();
            int n = Math.min(rest, end - at);
            append(at, n);
            at += n;
            rest -= n;
        }
    }

    private void append(int from, int count) throws GarbledAnswerException {
        budget.take(count);
        if (length + count > LONGEST_ANSWER) {
            throw new GarbledAnswerException("an answer beyond all bounds");
        }
        if (length + count > answer.length) {
            answer = Arrays.copyOf(answer, Math.max(length + count, Math.max(FIRST, answer.length * 2)));
        }
        System.arraycopy(buffer, from, answer, length, count);
        length += count;
    }

    private void fill() throws IOException {
        if (at < end) {
            return;
        }
        at = 0;
        if (buffer.length == 0) {
            buffer = new byte[READ_AT_ONCE];
        }
        end = in.read(buffer);
        if (end < 0) {
            end = 0;
            throw new EOFException("the server closed the connection");
        }
    }
}
