package org.restante.mailstore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What tells of a message with which others it belongs together.
 *
 * @param id its Message-ID with angle brackets; empty where it has none
 * @param references the Message-IDs that it refers to, the first message of the conversation first
 */
public record ThreadedMessage(MessageRef ref, String id, List<String> references, String subject, Instant sent) {

    /** Nobody refers to more, but to spoil something. */
    private static final int MOST = 20_000;

    private static final Pattern ID = Pattern.compile("<[^<>\\s]{1,998}>");

    /**
     * Reads header fields (RFC 5322 §3.6.4).
     *
     * @param references what the field says; where there is no Message-ID in it, the first one of In-Reply-To counts
     */
    public static ThreadedMessage of(
            MessageRef ref, String id, String references, String inReplyTo, String subject, Instant sent) {
        List<String> named = ids(references, MOST);
        return new ThreadedMessage(
                ref,
                ids(id, 1).stream().findFirst().orElse(""),
                named.isEmpty() ? ids(inReplyTo, 1) : named,
                subject,
                sent);
    }

    private static List<String> ids(String field, int most) {
        List<String> ids = new ArrayList<>();
        Matcher match = ID.matcher(field);
        while (ids.size() < most && match.find()) {
            ids.add(match.group());
        }
        return ids;
    }
}
