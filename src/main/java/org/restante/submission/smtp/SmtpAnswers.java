package org.restante.submission.smtp;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.restante.submission.Outcome;
import org.restante.submission.Reason;
import org.restante.submission.Refusal;

/** What the failures of a handover mean, from reply codes (RFC 5321 §4.2) and enhanced ones (RFC 3463). */
final class SmtpAnswers {

    private static final int TEMPORARY = 400;
    private static final int PERMANENT = 500;
    private static final Pattern ENHANCED = Pattern.compile("\\b[45]\\.(\\d{1,3})\\.(\\d{1,3})\\b");

    private SmtpAnswers() {}

    /**
     * Returns what became of the message.
     *
     * @param ended whether all of it went out, so that the server may have taken it
     * @param lastCode of the reply that came last; 0 or less where there was none
     */
    static Outcome outcome(MessagingException e, boolean ended, int lastCode) {
        Map<String, Refusal> refused = refused(e);
        if (ended) {
            int code = e instanceof SMTPSendFailedException failed ? failed.getReturnCode() : lastCode;
            if (code >= 200 && code < 300) {
                return new Outcome.Taken(refused);
            }
            return code >= TEMPORARY
                    ? new Outcome.NotTaken(refusal(code, String.valueOf(e.getMessage()), false), Map.of())
                    : new Outcome.Unknown();
        }
        return new Outcome.NotTaken(whole(e, lastCode, refused), refused);
    }

    private static Map<String, Refusal> refused(MessagingException e) {
        Map<String, Refusal> refused = new LinkedHashMap<>();
        for (Exception each = e; each instanceof MessagingException linked; each = linked.getNextException()) {
            if (each instanceof SMTPAddressFailedException failed && failed.getReturnCode() >= TEMPORARY) {
                refused.put(
                        failed.getAddress().getAddress(), refusal(failed.getReturnCode(), failed.getMessage(), true));
            }
        }
        return refused;
    }

    private static Refusal whole(MessagingException e, int lastCode, Map<String, Refusal> refused) {
        if (e instanceof AuthenticationFailedException) {
            boolean passing = lastCode >= TEMPORARY && lastCode < PERMANENT;
            return new Refusal(passing ? Reason.NOT_NOW : Reason.PASSWORD, passing);
        }
        if (!refused.isEmpty()) {
            return refused.values().iterator().next();
        }
        if (e instanceof SMTPSendFailedException failed && failed.getReturnCode() >= TEMPORARY) {
            return refusal(failed.getReturnCode(), failed.getMessage(), false);
        }
        if (e instanceof SMTPSenderFailedException failed) {
            return new Refusal(Reason.NOT_ALLOWED, failed.getReturnCode() < PERMANENT);
        }
        return lost(e, lastCode);
    }

    private static Refusal lost(MessagingException e, int lastCode) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof GeneralSecurityException || cause instanceof SSLException) {
                return new Refusal(Reason.CERTIFICATE, false);
            }
        }
        if (String.valueOf(e.getMessage()).contains("STARTTLS")) {
            return new Refusal(Reason.CAPABILITY, false);
        }
        return lastCode >= PERMANENT
                ? refusal(lastCode, String.valueOf(e.getMessage()), false)
                : new Refusal(Reason.UNREACHABLE, true);
    }

    private static Refusal refusal(int code, String words, boolean ofRecipient) {
        boolean passing = code < PERMANENT;
        Matcher enhanced = ENHANCED.matcher(words);
        String status = enhanced.find() ? enhanced.group(1) + "." + enhanced.group(2) : "";
        return new Refusal(reason(code, status, ofRecipient), passing);
    }

    private static Reason reason(int code, String status, boolean ofRecipient) {
        return switch (status) {
            case "1.1", "1.2", "1.3", "1.6", "1.10", "2.1" -> Reason.NO_SUCH_RECIPIENT;
            case "2.2" -> Reason.MAILBOX_FULL;
            case "3.1" -> ofRecipient ? Reason.MAILBOX_FULL : byCode(code, false);
            case "2.3", "3.4" -> Reason.TOO_LARGE;
            case "6.7", "6.8", "6.9", "6.10" -> Reason.INTERNATIONAL;
            default -> status.startsWith("7.") ? Reason.NOT_ALLOWED : byCode(code, ofRecipient);
        };
    }

    private static Reason byCode(int code, boolean ofRecipient) {
        return switch (code) {
            case 550, 551, 553 -> ofRecipient ? Reason.NO_SUCH_RECIPIENT : Reason.NOT_ALLOWED;
            case 552 -> Reason.TOO_LARGE;
            case 554 -> Reason.NOT_ALLOWED;
            case 530, 535 -> Reason.PASSWORD;
            default -> code < PERMANENT ? Reason.NOT_NOW : Reason.OTHER;
        };
    }
}
