package org.restante.submission.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.restante.submission.Submission;

/** A message that lies ready as octets, and tells how far it went out. */
final class OutgoingMessage extends SMTPMessage {

    private static final int PIECE = 64 << 10;

    private final Submission.Handover message;
    private final Submission.Progress progress;
    private boolean ended;

    OutgoingMessage(Session session, Submission.Handover message, Submission.Progress progress, boolean eightBit) {
        super(session);
        this.message = message;
        this.progress = progress;
        setEnvelopeFrom(message.sender());
        if (eightBit) {
            setMailExtension("BODY=8BITMIME");
        }
        if (message.receipts()) {
            // Where the server does not offer it (RFC 3461), Jakarta Mail leaves it away.
            setNotifyOptions(NOTIFY_SUCCESS | NOTIFY_FAILURE | NOTIFY_DELAY);
            setReturnOption(RETURN_HDRS);
        }
        saved = true;
    }

    /** Returns whether every server takes it (RFC 6152); what cannot be read is found out when it is sent. */
    static boolean isSevenBit(Submission.Handover message) {
        try (InputStream in = message.message().open()) {
            byte[] piece = new byte[PIECE];
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                for (int i = 0; i < n; i++) {
                    if (piece[i] < 0) {
                        return false;
                    }
                }
            }
            return true;
        } catch (IOException e) {
            return true;
        }
    }

    /** Returns whether all went out but the final dot, which then may have as well. */
    boolean isEnded() {
        return ended;
    }

    @Override
    public void writeTo(OutputStream target, String[] ignored) throws IOException, MessagingException {
        try (InputStream in = message.message().open()) {
            byte[] piece = new byte[PIECE];
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                target.write(piece, 0, n);
                progress.goesOn();
            }
        }
        target.flush();
        progress.beforeFinalDot();
        ended = true;
    }
}
