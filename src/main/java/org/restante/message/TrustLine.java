package org.restante.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.restante.mime.AuthenticationResults;
import org.restante.mime.Envelope;
import org.restante.mime.SenderDoubts;
import org.restante.mime.SenderDoubts.Doubt;
import org.restante.web.Texts;

/**
 * Something that a reader should know about a sender.
 *
 * @param style {@code warning} or {@code success}
 */
record TrustLine(String style, String text) {

    private static final String WARNING = "warning";

    static List<TrustLine> of(Envelope envelope, Optional<AuthenticationResults> results, Texts texts) {
        List<TrustLine> lines = new ArrayList<>();
        results.ifPresent(found -> lines.add(
                found.verified()
                        ? new TrustLine("success", texts.get("message.trust.verified", found.domain()))
                        : new TrustLine(WARNING, texts.get("message.trust.notVerified", found.domain()))));
        SenderDoubts.of(envelope).forEach(doubt -> lines.add(new TrustLine(WARNING, sentence(doubt, texts))));
        return List.copyOf(lines);
    }

    private static String sentence(Doubt doubt, Texts texts) {
        if (doubt instanceof Doubt.Imitates imitates) {
            return texts.get("message.trust.imitates", imitates.named(), imitates.actual());
        } else if (doubt instanceof Doubt.RepliesElsewhere elsewhere) {
            return texts.get("message.trust.replyTo", elsewhere.replyTo());
        }
        Doubt.LooksAlike alike = (Doubt.LooksAlike) doubt;
        return texts.get("message.trust.lookAlike", alike.address(), alike.plain());
    }
}
