package org.restante.mailstore.dispatch;

import org.restante.mailstore.Credential;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MailStores;
import org.restante.mailstore.imap.ImapMailStores;
import org.restante.mailstore.local.LocalMailStores;
import org.springframework.stereotype.Component;

/** The mail stores of all accounts, whichever protocol their server speaks. */
@Component
class MailStoresByProtocol implements MailStores {

    private final ImapMailStores imap;
    private final LocalMailStores local;

    MailStoresByProtocol(ImapMailStores imap, LocalMailStores local) {
        this.imap = imap;
        this.local = local;
    }

    @Override
    public MailStore of(Credential credential) {
        MailStores stores =
                switch (credential.server().incoming().protocol()) {
                    case IMAP -> imap;
                    case POP3 -> local;
                };
        return stores.of(credential);
    }
}
