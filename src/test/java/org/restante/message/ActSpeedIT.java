package org.restante.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.restante.testing.Dovecot;
import org.restante.testing.MailboxFiller;
import org.restante.testing.RunningRestante;
import org.restante.testing.Visitor;

/** How long it takes until an act on one message is answered, beside the bare command over a connection that is there already. */
@EnabledIfSystemProperty(named = "restante.endurance", matches = "true", disabledReason = "measures")
class ActSpeedIT {

    private static final int WARM = 300;
    private static final int MEASURED = 200;
    private static final int MOST_TIMES = 10;

    private interface Work {
        void at(int number) throws IOException;
    }

    @Test
    void flagging_and_moving_one_message_is_not_far_from_the_bare_command() throws IOException {
        String user = UUID.randomUUID() + "@speed.example";
        int imap = Dovecot.shared().imapPort();
        try (MailboxFiller mail = MailboxFiller.open(imap, user, Dovecot.PASSWORD);
                RunningRestante restante = RunningRestante.inFrontOf("imap://127.0.0.1:" + imap + "?tls=off")) {
            mail.create("Archive").create("Bare");
            int all = 2 * (WARM + MEASURED);
            mail.appendAll("INBOX", all, i -> "Message-ID: <%d@speed.example>\nSubject: %d\n\nText\n".formatted(i, i));
            mail.command("SELECT INBOX");
            Visitor visitor = new Visitor(URI.create(restante.origin()).getPort()).signedIn(user, Dovecot.PASSWORD);
            FormElement form = visitor.get("/mail/INBOX").form("form.messages");
            List<String> refs = refs(mail);

            double flagging = median(i -> act(visitor, form, "flag", Map.of("ref", refs.get(i))));
            double storing = median(i -> mail.command("UID STORE " + uid(refs.get(i)) + " +FLAGS (\\Answered)"));
            double moving = median(i -> act(visitor, form, "move", Map.of("ref", refs.get(i), "to", "Archive")));
            double bare = median(i -> mail.command("UID MOVE " + uid(refs.get(all / 2 + i)) + " Bare"));

            System.out.printf(
                    "flagging %.2f ms, UID STORE %.2f ms; moving %.2f ms, UID MOVE %.2f ms%n",
                    flagging, storing, moving, bare);
            assertThat(flagging).isLessThan(MOST_TIMES * storing);
            assertThat(moving).isLessThan(MOST_TIMES * bare);
        }
    }

    private static void act(Visitor visitor, FormElement form, String act, Map<String, String> fields) {
        assertThat(visitor.submit(form, "/mail/INBOX/" + act, fields).header("Location"))
                .contains("count=1");
    }

    private static List<String> refs(MailboxFiller mail) throws IOException {
        String validity = mail.command("STATUS INBOX (UIDVALIDITY)").get(0).replaceAll(".*UIDVALIDITY (\\d+).*", "$1");
        return mail.command("UID SEARCH ALL").stream()
                .filter(line -> line.startsWith("* SEARCH "))
                .flatMap(line -> List.of(line.substring(9).strip().split(" ")).stream())
                .map(uid -> validity + "-" + uid)
                .toList();
    }

    private static String uid(String ref) {
        return ref.substring(ref.indexOf('-') + 1);
    }

    /** Returns milliseconds. */
    private static double median(Work work) throws IOException {
        for (int i = 0; i < WARM; i++) {
            work.at(i);
        }
        long[] nanos = new long[MEASURED];
        for (int i = 0; i < MEASURED; i++) {
            long start = System.nanoTime();
            work.at(WARM + i);
            nanos[i] = System.nanoTime() - start;
        }
        return IntStream.range(0, MEASURED)
                        .mapToLong(i -> nanos[i])
                        .sorted()
                        .skip(MEASURED / 2)
                        .findFirst()
                        .orElseThrow()
                / 1e6;
    }
}
