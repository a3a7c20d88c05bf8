package org.restante.login;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.restante.account.AccountName;
import org.restante.account.PurposeKeys;
import org.restante.account.ServerSecret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes down who signed in, and who could not, for the operator: lines of the logger {@code org.restante.audit}, and counts as
 * {@code restante.sign-in}. An account is named by a code that is the same each time and tells nobody its address.
 */
@Component
class SignInAudit {

    /** How it went. */
    enum Outcome {
        PASSED,
        WRONG_PASSWORD,
        THROTTLED,
        SERVER_FAILED
    }

    private static final Logger log = LoggerFactory.getLogger("org.restante.audit");
    private static final int CODE = 16;

    private final MeterRegistry meters;
    private final PurposeKeys keys;

    SignInAudit(MeterRegistry meters, ServerSecret secret) {
        this.meters = meters;
        keys = secret.keys("sign-in audit");
    }

    void record(Outcome outcome, AccountName account, HttpServletRequest request) {
        String what = outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
        meters.counter("restante.sign-in", "server", account.server(), "outcome", what)
                .increment();
        log.info(
                "sign-in outcome={} server={} account={} from={}",
                what,
                account.server(),
                keys.sign(account.login() + " on " + account.server()).substring(0, CODE),
                request.getRemoteAddr());
    }
}
