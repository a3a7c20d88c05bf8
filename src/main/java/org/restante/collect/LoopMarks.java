package org.restante.collect;

import java.nio.charset.StandardCharsets;
import org.restante.account.PurposeKeys;
import org.restante.account.ServerSecret;
import org.restante.mime.HeaderFields;
import org.springframework.stereotype.Component;

/** Marks what was collected for an account, so that it is not collected for it again when it comes back by a way of its own. */
@Component
class LoopMarks {

    static final String FIELD = "X-Loop";

    private final PurposeKeys keys;

    LoopMarks(ServerSecret secret) {
        keys = secret.keys("collecting");
    }

    String mark(long account) {
        return "collected-" + keys.sign("account " + account);
    }

    boolean bears(HeaderFields fields, long account) {
        return fields.all().stream()
                .filter(field -> field.name().equalsIgnoreCase(FIELD))
                .map(field -> new String(field.body(), StandardCharsets.ISO_8859_1).strip())
                .filter(value -> value.startsWith("collected-"))
                .anyMatch(value -> keys.signed("account " + account, value.substring("collected-".length())));
    }
}
