package org.restante.submission;

import java.io.IOException;
import java.util.List;
import org.restante.account.SubmissionServer;
import org.restante.mailstore.Credential;

/** Hands messages to the servers that send them (RFC 6409). */
public interface Submission {

    /**
     * A message on its way.
     *
     * @param recipients at least one
     * @param size octets
     * @param international whether an address needs more than ASCII (RFC 6531)
     * @param receipts whether servers are to report that they delivered it, where they can (RFC 3461)
     */
    record Handover(
            Credential credential,
            String sender,
            List<String> recipients,
            long size,
            boolean international,
            boolean receipts,
            Composition.Source message) {}

    /** Is told how it goes. */
    interface Progress {

        /** A piece went out; to throw ends the handover, and the server takes nothing. */
        void goesOn() throws IOException;

        /** All went out but the final dot, after which the server may take the message; to throw ends the handover. */
        void beforeFinalDot() throws IOException;
    }

    /** Hands a message over, once; never throws for what a server or the network does. */
    Outcome transmit(SubmissionServer server, Handover message, Progress progress);
}
