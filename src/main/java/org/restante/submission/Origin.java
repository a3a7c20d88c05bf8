package org.restante.submission;

import java.util.Optional;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MessageRef;

/**
 * The message that another one answers or forwards.
 *
 * @param flag what it is to bear once the other one was sent: {@code \\Answered} or {@code $Forwarded}
 */
public record Origin(MessageRef ref, Flag flag) {

    /** Returns it as it lies in the database and in forms. */
    public String written() {
        return flag.name() + " " + ref.key() + " " + ref.mailbox().toAddress();
    }

    /** Reads what {@link #written()} wrote; empty where it is nothing of the kind. */
    public static Optional<Origin> read(String written) {
        String[] words = written.split(" ", 3);
        try {
            Flag flag = new Flag(words[0]);
            return words.length == 3 && (flag.equals(Flag.ANSWERED) || flag.equals(Flag.FORWARDED))
                    ? Optional.of(new Origin(MessageRef.of(MailboxName.fromAddress(words[2]), words[1]), flag))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
