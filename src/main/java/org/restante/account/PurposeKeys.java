package org.restante.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keys for one purpose: signs with the current one, and accepts what the previous one signed. HMAC-SHA256 (RFC 2104). */
public final class PurposeKeys {

    /** What {@link #sign} returns: 64 lower-case hexadecimal digits. */
    private static final Pattern SIGNATURE = Pattern.compile("[0-9a-f]{64}");

    private final List<byte[]> keys;

    PurposeKeys(List<byte[]> keys) {
        this.keys = keys;
    }

    /** Returns the text's signature, 64 lower-case hexadecimal digits. */
    public String sign(String text) {
        return HexFormat.of()
                .formatHex(macs(text.getBytes(StandardCharsets.UTF_8)).get(0));
    }

    /** Returns whether the text was signed with the current or the previous secret; takes the same time whatever differs. */
    public boolean signed(String text, String signature) {
        if (!SIGNATURE.matcher(signature).matches()) {
            return false;
        }
        byte[] given = HexFormat.of().parseHex(signature);
        return macs(text.getBytes(StandardCharsets.UTF_8)).stream().anyMatch(mac -> MessageDigest.isEqual(mac, given));
    }

    /** Returns a code of 32 bytes for each secret, the current one's first. */
    List<byte[]> macs(byte[] data) {
        return keys.stream().map(key -> mac(key, data)).toList();
    }

    static byte[] mac(byte[] key, byte[] data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HmacSHA256", e);
        }
    }
}
