package org.restante.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Seals mail passwords so that neither the database, nor the server secret, nor both of them open one: it takes the key in the browser's
 * cookie as well. AES-256-GCM (NIST SP 800-38D), bound to session and account.
 */
@Component
class SessionSeal {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

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
        byte[] nonce = Randoms.bytes(NONCE_BYTES);
        byte[] text = password.getBytes(StandardCharsets.UTF_8);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, keys.macs(cookie.key()).get(0), nonce, cookie, account)
                    .doFinal(text);
            return ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has AES-GCM", e);
        }
    }

    /** Returns empty where the seal is another cookie's, another account's, or under an unknown secret. */
    Optional<Opened> open(SessionCookie cookie, long account, byte[] sealed) {
        List<byte[]> candidates = keys.macs(cookie.key());
        for (int i = 0; i < candidates.size(); i++) {
            boolean stale = i > 0;
            Optional<Opened> opened =
                    open(candidates.get(i), cookie, account, sealed).map(password -> new Opened(password, stale));
            if (opened.isPresent()) {
                return opened;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> open(byte[] key, SessionCookie cookie, long account, byte[] sealed) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        try {
            byte[] text = cipher(Cipher.DECRYPT_MODE, key, nonce, cookie, account)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has AES-GCM", e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, SessionCookie cookie, long account)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(
                "session %s, account %d".formatted(cookie.id(), account).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
