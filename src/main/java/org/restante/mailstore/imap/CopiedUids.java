package org.restante.mailstore.imap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.restante.mailstore.Uid;
import org.restante.mailstore.UidValidity;

/** Collects which UIDs copies have got, from COPYUID response codes (RFC 4315 §3) in whatever answer they come. */
final class CopiedUids {

    private final Map<Uid, Uid> arrived = new HashMap<>();
    private UidValidity uidValidity = new UidValidity(0);

    /** Learns from an answer; some servers forget the OK before the code, and some name no UIDs in it. */
    void take(Answer answer) {
        if (answer.codeName().equals("COPYUID")) {
            take(answer.codeArgument());
        } else if (answer.is("[COPYUID")) {
            String rest = answer.values().stream().map(Value::string).collect(Collectors.joining(" "));
            take(rest.substring(0, Math.max(0, rest.indexOf(']'))));
        }
    }

    private void take(String argument) {
        String[] words = argument.strip().split(" +");
        if (words.length != 3 || !words[0].matches("[0-9]{1,9}|[1-4][0-9]{9}")) {
            return;
        }
        List<Uid> from = UidSets.read(words[1]);
        List<Uid> to = UidSets.read(words[2]);
        if (from.size() == to.size()) {
            uidValidity = new UidValidity(Math.min(Long.parseLong(words[0]), 0xFFFF_FFFFL));
            for (int i = 0; i < from.size(); i++) {
                arrived.put(from.get(i), to.get(i));
            }
        }
    }

    /** Returns the UID of each copy by that of its original. */
    Map<Uid, Uid> arrived() {
        return arrived;
    }

    /** Returns the UIDVALIDITY of the mailbox that the copies are in; means nothing where there are none. */
    UidValidity uidValidity() {
        return uidValidity;
    }
}
