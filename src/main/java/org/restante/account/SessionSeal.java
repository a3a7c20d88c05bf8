package org.restante.account;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Seals mail passwords so that neither the database, nor the server secret, nor both of them open one: it takes the key in the browser's
 * cookie as well. Bound to session and account.
 */
@Component
class SessionSeal {

    private final PurposeKeys keys;

    SessionSeal(ServerSecret secret) {
        keys = secret.keys("session seal");
    }

    /**
     * An opened seal.
     *
     * @param stale whether it was made under the previous secret, and is to be made anew
     */
    record Opened(String password, boolean stale) {

        /** Returns nothing of the password. */
        @Override
        public String toString() {
            return "opened";
        }
    }

    byte[] seal(SessionCookie cookie, long account, String password) {
        return AesGcm.seal(keys.macs(cookie.key()).get(0), boundTo(cookie, account), password);
    }

    /** Returns empty where the seal is another cookie's, another account's, or under an unknown secret. */
    Optional<Opened> open(SessionCookie cookie, long account, byte[] sealed) {
        List<byte[]> candidates = keys.macs(cookie.key());
        for (int i = 0; i < candidates.size(); i++) {
            boolean stale = i > 0;
            Optional<Opened> opened = AesGcm.open(candidates.get(i), boundTo(cookie, account), sealed)
                    .map(password -> new Opened(password, stale));
            if (opened.isPresent()) {
                return opened;
            }
        }
        return Optional.empty();
    }

    private static String boundTo(SessionCookie cookie, long account) {
        return "session %s, account %d".formatted(cookie.id(), account);
    }
}
