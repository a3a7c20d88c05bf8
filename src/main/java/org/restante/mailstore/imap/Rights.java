package org.restante.mailstore.imap;

import org.restante.mailstore.MailboxRights;

/** Reads the rights of RFC 4314 §2.1, and the older ones of its §2.1.1. */
final class Rights {

    private Rights() {}

    static MailboxRights read(String letters) {
        boolean older = letters.indexOf('d') >= 0;
        return new MailboxRights(
                letters.indexOf('s') >= 0,
                letters.indexOf('w') >= 0,
                older || letters.indexOf('t') >= 0 && letters.indexOf('e') >= 0,
                letters.indexOf('i') >= 0,
                letters.indexOf('x') >= 0 || letters.indexOf('c') >= 0 && older);
    }
}
