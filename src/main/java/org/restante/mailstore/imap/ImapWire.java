package org.restante.mailstore.imap;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailFailure.Network;
import org.restante.mailstore.MailServer;
import org.restante.mailstore.Watchdog;
import org.restante.mailstore.wire.Deadline;
import org.restante.mailstore.wire.Transport;

/**
 * Commands and answers on one connection (RFC 9051 §2.2). All that is said in one exchange goes out in one write where no literal has
 * to wait for the server. After a failure in the middle of an exchange the connection is broken for good: an answer that was
 * left unread must not be taken for that of the next command.
 */
final class ImapWire {

    private static final Duration FAREWELL = Duration.ofSeconds(1);
    private static final int PIECE = 64 << 10;

    private final Socket transport;
    private final Socket socket;
    private AnswerReader reader;
    private OutputStream out;
    private final Deadline deadline;
    private final MailServer server;
    private final ExchangeMeter meter;
    private int lastTag;
    private volatile boolean broken;

    /**
     * Begins to speak over a socket.
     *
     * @param transport what closing ends for certain: the socket below TLS
     * @param meter is told how long each took
     */
    ImapWire(Socket transport, Socket socket, MailServer server, ExchangeMeter meter) throws IOException {
        this.transport = transport;
        this.socket = socket;
        this.server = server;
        this.meter = meter;
        deadline = new Deadline(transport);
        reader = new AnswerReader(socket.getInputStream());
        out = socket.getOutputStream();
    }

    /** Has the server compress what it says from here on (RFC 4978); where it does not, all stays as it is. */
    void compress() {
        if (exchange(Command.of("COMPRESS DEFLATE"), untagged -> {}).is("OK")) {
            guarded(() -> {
                if (reader.hasMore()) {
                    throw new GarbledAnswerException("the server spoke without being asked");
                }
                reader = new AnswerReader(new InflatedInput(socket.getInputStream()));
                out = new StoredOutput(socket.getOutputStream());
                return null;
            });
        }
    }

    InetAddress server() {
        return transport.getInetAddress();
    }

    boolean isBroken() {
        return broken;
    }

    /** Returns the greeting, which is the first answer on a connection. */
    Answer greeting() {
        return guarded(reader::read);
    }

    /**
     * Says commands, and hears what the server answers.
     *
     * @param untagged gets the untagged answers in their order
     * @return the tagged answers, in the order of the commands
     * @throws Network where the conversation breaks, takes too long, or cannot be understood
     */
    List<Answer> exchange(List<Command> commands, Consumer<Answer> untagged) {
        long start = System.nanoTime();
        try {
            return guarded(() -> talk(commands, untagged));
        } finally {
            meter.record(server.name(), commands, System.nanoTime() - start);
        }
    }

    private List<Answer> talk(List<Command> commands, Consumer<Answer> untagged) throws IOException {
        var exchange = new Exchange(untagged);
        for (Command command : commands) {
            exchange.write(command);
        }
        return exchange.finish();
    }

    /**
     * Says a command that ends with a literal which is read while it is sent (RFC 9051 §6.3.12); each piece has the limit of an exchange.
     *
     * @param size octets of the literal
     */
    Answer upload(Command command, long size, InputStream literal, Consumer<Answer> untagged) {
        long start = System.nanoTime();
        try {
            return guarded(() -> {
                var exchange = new Exchange(untagged);
                exchange.upload(command, size, literal);
                return exchange.finish().get(0);
            });
        } finally {
            meter.record(server.name(), List.of(command), System.nanoTime() - start);
        }
    }

    /** Says one command; otherwise like the other. */
    Answer exchange(Command command, Consumer<Answer> untagged) {
        return exchange(List.of(command), untagged).get(0);
    }

    /** Hears what the server said without being asked; never waits for more than it has begun to say. */
    void hearUnsolicited(Consumer<Answer> untagged) {
        guarded(() -> {
            while (reader.hasMore()) {
                hear(untagged);
            }
            return null;
        });
    }

    private Answer hear(Consumer<Answer> untagged) throws IOException {
        Answer answer = reader.read();
        if (answer.isUntagged() && answer.is("BYE")) {
            throw new ByeException(answer);
        }
        if (answer.isUntagged()) {
            untagged.accept(answer);
        }
        return answer;
    }

    /** Takes leave (RFC 9051 §6.1.3) without waiting for the server to do so. */
    void logout() {
        if (!broken) {
            Future<?> alarm = Watchdog.after(FAREWELL, this::close);
            try (socket) {
                out.write(("R" + ++lastTag + " LOGOUT\r\n").getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // It is being left anyway.
            } finally {
                alarm.cancel(false);
            }
        }
        close();
    }

    /** Closes the connection at once. */
    void close() {
        broken = true;
        Transport.close(transport);
    }

    private interface Talk<T> {
        T run() throws IOException;
    }

    /** The one place where a conversation is limited in time, and where its end becomes a failure with a name. */
    private <T> T guarded(Talk<T> talk) {
        if (broken) {
            throw new Network(Network.Kind.BROKEN, "the connection is closed", null);
        }
        deadline.in(server.exchangeLimit());
        boolean whole = false;
        try {
            reader.beginExchange();
            T result = talk.run();
            whole = true;
            return result;
        } catch (ByeException e) {
            throw e.failure();
        } catch (IOException e) {
            throw failure(e);
        } finally {
            deadline.off();
            reader.endExchange();
            if (!whole) {
                close();
            }
        }
    }

    private MailFailure failure(IOException e) {
        Network.Kind kind = deadline.hasExpired()
                ? Network.Kind.TIMED_OUT
                : e instanceof GarbledAnswerException ? Network.Kind.GARBLED : Network.Kind.BROKEN;
        return new Network(kind, "the conversation with the mail server ended: " + kind, e);
    }

    /** Commands that were said and wait for their tagged answers. */
    private final class Exchange {

        private final Consumer<Answer> untagged;
        private final ByteArrayOutputStream unsent = new ByteArrayOutputStream();
        private final List<String> tags = new ArrayList<>();
        private final Map<String, Answer> done = new HashMap<>();

        Exchange(Consumer<Answer> untagged) {
            this.untagged = untagged;
        }

        void write(Command command) throws IOException {
            String tag = "R" + ++lastTag;
            tags.add(tag);
            unsent.writeBytes((tag + " ").getBytes(StandardCharsets.US_ASCII));
            boolean first = true;
            for (byte[] section : command.sections()) {
                if (!first && !isAskedForMore(tag)) {
                    return;
                }
                unsent.writeBytes(section);
                first = false;
            }
        }

        void upload(Command command, long size, InputStream literal) throws IOException {
            write(command.atom("{" + size + "}"));
            if (!isAskedForMore(tags.get(0))) {
                return;
            }
            byte[] piece = new byte[PIECE];
            for (long left = size; left > 0; ) {
                int n = literal.read(piece, 0, (int) Math.min(left, piece.length));
                if (n < 0) {
                    throw new EOFException("the message is shorter than it should be");
                }
                out.write(piece, 0, n);
                left -= n;
                deadline.in(server.exchangeLimit());
            }
            unsent.writeBytes(new byte[] {'\r', '\n'});
        }

        private boolean isAskedForMore(String tag) throws IOException {
            flush();
            while (!done.containsKey(tag)) {
                if (hearOne().isContinuation()) {
                    return true;
                }
            }
            return false;
        }

        private Answer hearOne() throws IOException {
            Answer answer = hear(untagged);
            if (!answer.isUntagged() && tags.contains(answer.tag())) {
                done.put(answer.tag(), answer);
            }
            return answer;
        }

        private void flush() throws IOException {
            out.write(unsent.toByteArray());
            out.flush();
            unsent.reset();
        }

        List<Answer> finish() throws IOException {
            flush();
            while (done.size() < tags.size()) {
                if (hearOne().isContinuation()) {
                    throw new GarbledAnswerException("the server asks for more than there is");
                }
            }
            return tags.stream().map(done::get).toList();
        }
    }
}
