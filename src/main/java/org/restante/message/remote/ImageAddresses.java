package org.restante.message.remote;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.restante.account.PurposeKeys;
import org.restante.account.ServerSecret;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Signs the addresses by which pictures of other sites are shown: each is for one account, for a day or two. */
@Component
public class ImageAddresses {

    private static final int LONGEST_URL = 3000;
    private static final int DAY_SECONDS = 86_400;
    private static final Pattern SIGNED = Pattern.compile("([0-9]{1,6})\\.([A-Za-z0-9_-]{1,4000})\\.([0-9a-f]{64})");

    private final PurposeKeys keys;
    private final InstantSource clock;

    @Autowired
    ImageAddresses(ServerSecret secret) {
        this(secret.keys("remote images"), InstantSource.system());
    }

    ImageAddresses(PurposeKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Returns the last step of the address below {@code /images/}; empty where the URL is too long to be taken. */
    public Optional<String> sign(String url, long account) {
        byte[] octets = url.getBytes(StandardCharsets.UTF_8);
        if (octets.length > LONGEST_URL) {
            return Optional.empty();
        }
        String day = Long.toString(today());
        String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
        return Optional.of(day + "." + encoded + "." + keys.sign(text(account, day, encoded)));
    }

    /** Returns the URL that was signed for this account today or yesterday; empty for anything else. */
    public Optional<String> url(String signed, long account) {
        Matcher parts = SIGNED.matcher(signed);
        if (!parts.matches() || !keys.signed(text(account, parts.group(1), parts.group(2)), parts.group(3))) {
            return Optional.empty();
        }
        long age = today() - Long.parseLong(parts.group(1));
        return age == 0 || age == 1
                ? Optional.of(new String(Base64.getUrlDecoder().decode(parts.group(2)), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private static String text(long account, String day, String encoded) {
        return account + "." + day + "." + encoded;
    }

    private long today() {
        return Math.floorDiv(clock.instant().getEpochSecond(), DAY_SECONDS);
    }
}
