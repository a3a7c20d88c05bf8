package org.restante.demo;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All mail of the demo's person. */
final class Correspondence {

    /** A message and where it lies. */
    record Filed(Placing placing, MimeMessage message) {}

    private Correspondence() {}

    /**
     * Returns the messages, the oldest first.
     *
     * @param now what their ages are counted from
     */
    static List<Filed> until(ZonedDateTime now) throws IOException, MessagingException {
        Letters letters = new Letters(now);
        Composer composer = new Composer();
        List<Filed> messages = new ArrayList<>();
        for (String file : Resources.lines("letters/contents.txt")) {
            for (Letter letter : letters.read("letters/" + file)) {
                messages.add(new Filed(letter.placing(), composer.compose(letter)));
            }
        }
        messages.sort(Comparator.comparing(filed -> filed.placing().date()));
        return messages;
    }
}
