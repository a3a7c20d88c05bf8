package org.restante.mailstore.local;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import org.restante.mailstore.Credential;

/**
 * Which credentials the mail server accepted lately, as keyed digests: with any other, what lies in the database is not shown before
 * the server was asked.
 */
final class ProvenCredentials {

    private static final int MOST = 10_000;

    private final byte[] key = new byte[32];
    private final Map<String, Boolean> proven = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    };

    ProvenCredentials() {
        new SecureRandom().nextBytes(key);
    }

    synchronized boolean has(Credential credential) {
        return proven.containsKey(digest(credential));
    }

    synchronized void add(Credential credential) {
        proven.put(digest(credential), true);
    }

    synchronized void remove(Credential credential) {
        proven.remove(digest(credential));
    }

    private String digest(Credential credential) {
        String text = String.join("\n", credential.server().name(), credential.login(), credential.password());
        return Digests.keyed(key, text.getBytes(StandardCharsets.UTF_8));
    }
}
