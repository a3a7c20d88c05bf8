package org.restante.mailstore.pop3;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailFailure.Authentication;
import org.restante.mailstore.MailFailure.Refused;

/** What the server's -ERR means, from its response codes (RFC 2449 §8, RFC 3206), and from its words where there is no code. */
final class Refusals {

    /** Not that an account is locked: then the password is not accepted. */
    private static final Pattern IN_USE_WORDS = Pattern.compile("\\bin use\\b|(mailbox|mail ?drop)\\b.*\\block"
            + "|\\block\\b.*(mailbox|mail ?drop)|\\block busy|get lock|already (open|logged)|another session");

    private static final Pattern PASSING_WORDS = Pattern.compile(
            "\\bbusy\\b|too many|maximum number|connection limit|try again (later|in )|temporar|throttl|rate limit|unavailable|overload|internal error");

    private Refusals() {}

    /** Returns what -ERR to signing in means; throws where it only means "not now". */
    static MailFailure atSignIn(Status status) throws MaildropBusyException {
        Optional<MaildropBusyException.Kind> busy = busy(status);
        if (busy.isPresent()) {
            throw new MaildropBusyException(busy.get(), status.code().equals("IN-USE"), words(status));
        }
        return status.code().equals("SYS/PERM")
                ? new Refused(Refused.Kind.NOT_PERMITTED, words(status))
                : new Authentication(words(status), null);
    }

    private static Optional<MaildropBusyException.Kind> busy(Status status) {
        String words = status.text().toLowerCase(Locale.ROOT);
        return switch (status.code()) {
            case "IN-USE" -> Optional.of(MaildropBusyException.Kind.IN_USE);
            case "LOGIN-DELAY" -> Optional.of(MaildropBusyException.Kind.LOGIN_DELAY);
            case "SYS/TEMP" -> Optional.of(MaildropBusyException.Kind.TROUBLE);
            case "AUTH", "SYS/PERM" -> Optional.empty();
            default -> {
                if (IN_USE_WORDS.matcher(words).find()) {
                    yield Optional.of(MaildropBusyException.Kind.IN_USE);
                }
                yield PASSING_WORDS.matcher(words).find()
                        ? Optional.of(MaildropBusyException.Kind.TROUBLE)
                        : Optional.empty();
            }
        };
    }

    /** Returns what -ERR to any other command means. */
    static MailFailure of(Status status) {
        boolean passing = status.code().equals("SYS/TEMP")
                || PASSING_WORDS.matcher(status.text().toLowerCase(Locale.ROOT)).find();
        return new Refused(passing ? Refused.Kind.UNAVAILABLE : Refused.Kind.OTHER, words(status));
    }

    private static String words(Status status) {
        return "-ERR " + (status.code().isEmpty() ? "" : "[" + status.code() + "] ") + status.text();
    }
}
