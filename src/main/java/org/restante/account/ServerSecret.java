package org.restante.account;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** What every seal and signature hangs on: the current secret and, while rotating, the one before it. */
public final class ServerSecret {

    private final List<byte[]> secrets;

    ServerSecret(String current, String previous) {
        secrets = Stream.of(current, previous)
                .filter(secret -> secret != null && !secret.isBlank())
                .map(secret -> secret.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** Returns keys of their own for a purpose: knowing one purpose's tells nothing of another's. */
    public PurposeKeys keys(String purpose) {
        byte[] label = purpose.getBytes(StandardCharsets.UTF_8);
        return new PurposeKeys(
                secrets.stream().map(secret -> PurposeKeys.mac(secret, label)).toList());
    }
}
