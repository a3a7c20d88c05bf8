package org.restante.account;

import java.security.SecureRandom;
import java.util.HexFormat;

/** What nobody can guess. */
public final class Randoms {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Randoms() {}

    /** Returns as many random bytes. */
    public static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** Returns as many random bytes, in lower-case hexadecimal digits. */
    public static String hex(int count) {
        return HexFormat.of().formatHex(bytes(count));
    }
}
