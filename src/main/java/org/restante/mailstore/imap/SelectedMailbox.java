package org.restante.mailstore.imap;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.restante.mailstore.Credential;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxRights;
import org.restante.mailstore.UidValidity;

/** What is known of the mailbox that a connection has selected (RFC 9051 §6.3.2), kept up to date by what the server says. */
final class SelectedMailbox {

    private final MailboxName name;
    private long exists;
    private UidValidity uidValidity = new UidValidity(0);
    private boolean readOnly;
    private MailboxRights rights = MailboxRights.ALL;
    private Set<String> permanent = Set.of();
    private MailboxKey key;

    SelectedMailbox(MailboxName name) {
        this.name = name;
    }

    /** Learns from an answer, of any kind. */
    void take(Answer answer) {
        switch (answer.name()) {
            case "EXISTS" -> exists = Math.min(Math.max(0, answer.number()), 0xFFFF_FFFFL);
            case "EXPUNGE" -> exists -= answer.number() > 0 && answer.number() <= exists ? 1 : 0;
            case "MYRIGHTS" -> rights = Rights.read(answer.at(1).string());
            default -> takeCode(answer);
        }
    }

    /** Returns what the person may do here; a server without ACL (RFC 4314) says only whether something may be changed. */
    MailboxRights rights() {
        return readOnly ? MailboxRights.READ : rights;
    }

    /** Learns from the response code of a status answer. */
    void takeCode(Answer answer) {
        if (answer.code().isEmpty()) {
            return;
        }
        switch (answer.codeName()) {
            case "UIDVALIDITY" -> {
                long value = Value.text(answer.codeArgument().getBytes(StandardCharsets.ISO_8859_1))
                        .number();
                uidValidity = new UidValidity(Math.min(value, 0xFFFF_FFFFL));
                key = null;
            }
            case "PERMANENTFLAGS" ->
                permanent = distinct(answer.codeArgument()
                        .replaceAll("[()]", " ")
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .split(" +"));
            case "READ-ONLY" -> readOnly = true;
            case "READ-WRITE" -> readOnly = false;
            default -> {
                // Nothing that matters here.
            }
        }
    }

    /** Returns what its UIDs mean something in. */
    MailboxKey key(Credential credential) {
        if (key == null) {
            key = new MailboxKey(credential, name, uidValidity);
        }
        return key;
    }

    MailboxName name() {
        return name;
    }

    /** Returns the number of messages in it. */
    long exists() {
        return exists;
    }

    UidValidity uidValidity() {
        return uidValidity;
    }

    /** Returns whether a flag that is set here stays (RFC 9051 §7.1, PERMANENTFLAGS); a server that does not say keeps all. */
    boolean keeps(Flag flag) {
        return permanent.isEmpty()
                || permanent.contains("\\*") && !flag.name().startsWith("\\")
                || permanent.contains(flag.name().toLowerCase(Locale.ROOT));
    }

    private static Set<String> distinct(String... names) {
        return new HashSet<>(Arrays.asList(names));
    }

    boolean isReadOnly() {
        return readOnly;
    }
}
