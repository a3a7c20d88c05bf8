package org.restante.mailstore.pop3;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Fetches header sections: by TOP (RFC 1939 §7), pipelined where that is announced (RFC 2449 §6.6), or by the start of RETR. */
final class HeaderFetch {

    /** Enough to hide the way there and back; few enough that the commands fit any server's buffer while it is busy answering. */
    private static final int IN_FLIGHT = 100;

    private static final int KEPT = 64 << 10;
    private static final long LONGEST_ANSWER = 512L << 20;

    private final Pop3Wire wire;
    private final boolean pipelined;
    private boolean topIsProven;
    private boolean topIsUnknown;

    HeaderFetch(Pop3Wire wire, Capabilities capabilities) {
        this.wire = wire;
        pipelined = capabilities.has("PIPELINING");
        topIsProven = capabilities.has("TOP");
    }

    void fetch(List<Integer> numbers, BiConsumer<Integer, byte[]> each) {
        int at = 0;
        while (at < numbers.size()) {
            // Without a promise the first one is asked alone: its answer says whether the server knows TOP.
            int group = pipelined && topIsProven ? Math.min(IN_FLIGHT, numbers.size() - at) : 1;
            exchange(numbers.subList(at, at + group), each);
            at += group;
        }
    }

    private void exchange(List<Integer> numbers, BiConsumer<Integer, byte[]> each) {
        List<String> commands = new ArrayList<>();
        for (int number : numbers) {
            commands.add(topIsUnknown ? "RETR " + number : "TOP " + number + " 0");
        }
        wire.begin();
        wire.send(commands);
        for (int number : numbers) {
            boolean ok = wire.status().ok();
            if (!ok && !topIsProven && !topIsUnknown) {
                topIsUnknown = true;
                exchange(numbers, each);
                return;
            }
            topIsProven |= ok && !topIsUnknown;
            each.accept(number, ok ? header() : new byte[0]);
        }
    }

    /** Reads up to the first empty line; what a server says beyond it, or beyond all bounds, is passed over. */
    private byte[] header() {
        var header = new ByteArrayOutputStream(2048);
        MultilineAnswer answer = wire.lines(LONGEST_ANSWER);
        boolean lineEmpty = true;
        for (int c = answer.read(); c >= 0 && header.size() < KEPT; c = answer.read()) {
            header.write(c);
            if (c == '\n' && lineEmpty) {
                break;
            }
            lineEmpty = c == '\n' || lineEmpty && c == '\r';
        }
        answer.skip();
        return header.toByteArray();
    }
}
