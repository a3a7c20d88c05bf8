package org.restante.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.restante.account.AccountName;
import org.restante.account.PurposeKeys;
import org.restante.account.Randoms;
import org.restante.account.ServerSecret;
import org.springframework.stereotype.Component;

/** Recognises browsers that have signed in to an account before, by a signed cookie that outlives signing out and names nobody. */
@Component
class KnownBrowsers {

    private static final int PROOF_BYTES = 16;
    private static final Duration REMEMBERED = Duration.ofDays(180);

    private final Cookies cookies;
    private final PurposeKeys keys;

    KnownBrowsers(Cookies cookies, ServerSecret secret) {
        this.cookies = cookies;
        keys = secret.keys("known browser");
    }

    /** Returns what tells this browser from others that know the account; empty where it does not prove to know it. */
    Optional<String> proof(AccountName account, HttpServletRequest request) {
        int length = 2 * PROOF_BYTES;
        return cookies.read(request, Cookies.Purpose.KNOWN)
                .filter(value -> value.length() > length
                        && keys.signed(text(value.substring(0, length), account), value.substring(length)))
                .map(value -> value.substring(0, length));
    }

    void remember(AccountName account, HttpServletRequest request, HttpServletResponse response) {
        String proof = proof(account, request).orElseGet(() -> Randoms.hex(PROOF_BYTES));
        String value = proof + keys.sign(text(proof, account));
        cookies.write(request, response, Cookies.Purpose.KNOWN, value, Optional.of(REMEMBERED));
    }

    private static String text(String proof, AccountName account) {
        return String.join("\n", proof, account.server(), account.login());
    }
}
