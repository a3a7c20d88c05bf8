package org.restante.mailstore.imap;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailFailure.Authentication;
import org.restante.mailstore.MailFailure.Capability;
import org.restante.mailstore.MailFailure.Gone;
import org.restante.mailstore.MailFailure.Refused;

/** What the server's NO, BAD and BYE mean, from their response codes (RFC 5530), and from their words where there is no code. */
final class Refusals {

    private static final Set<String> PASSING =
            Set.of("UNAVAILABLE", "LIMIT", "INUSE", "IN-USE", "SERVERBUG", "THROTTLED", "LOGIN-DELAY", "SYS/TEMP");
    private static final Set<String> CREDENTIAL = Set.of("AUTHENTICATIONFAILED", "AUTHORIZATIONFAILED", "EXPIRED");
    private static final Pattern PASSING_WORDS = Pattern.compile(
            "too many|maximum number|connection limit|connections? exceeded|try again|temporar|throttl|rate limit"
                    + "|unavailable|overload|not connected|system error|internal error");

    private Refusals() {}

    /** Returns whether the server only refuses for now. */
    static boolean isPassing(Answer answer) {
        if (!answer.code().isEmpty() && !answer.codeName().equals("ALERT")) {
            return PASSING.contains(answer.codeName());
        }
        return PASSING_WORDS.matcher(answer.text().toLowerCase(Locale.ROOT)).find();
    }

    static MailFailure unavailable(Answer answer) {
        return new Refused(Refused.Kind.UNAVAILABLE, words(answer));
    }

    /** Returns what an answer other than OK to signing in means. */
    static MailFailure atSignIn(Answer answer) {
        if (CREDENTIAL.contains(answer.codeName())) {
            return new Authentication(words(answer), null);
        }
        if (isPassing(answer) || answer.is("BYE")) {
            return unavailable(answer);
        }
        return switch (answer.codeName()) {
            case "PRIVACYREQUIRED" -> new Capability(words(answer));
            case "CONTACTADMIN", "NOPERM" -> new Refused(Refused.Kind.NOT_PERMITTED, words(answer));
            default ->
                answer.is("NO")
                        ? new Authentication(words(answer), null)
                        : new Refused(Refused.Kind.OTHER, words(answer));
        };
    }

    /** Returns what an answer other than OK to any other command means. */
    static MailFailure of(Answer answer) {
        return switch (answer.codeName()) {
            case "NONEXISTENT", "TRYCREATE" -> new Gone(Gone.Kind.MAILBOX, words(answer));
            case "NOPERM", "READ-ONLY", "CONTACTADMIN" -> new Refused(Refused.Kind.NOT_PERMITTED, words(answer));
            case "OVERQUOTA" -> new Refused(Refused.Kind.OVER_QUOTA, words(answer));
            default -> isPassing(answer) ? unavailable(answer) : new Refused(Refused.Kind.OTHER, words(answer));
        };
    }

    private static String words(Answer answer) {
        String code = answer.code().isEmpty() ? "" : "[" + answer.code() + "] ";
        return answer.name() + " " + code + answer.text();
    }
}
