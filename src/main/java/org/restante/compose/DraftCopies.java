package org.restante.compose;

import java.io.IOException;
import org.restante.account.SignedIn;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailStore;
import org.restante.settings.Preferences;
import org.restante.submission.Draft;
import org.restante.submission.DraftPublishing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Renews the copy of a draft in the mailbox of drafts, if the mail server lets it. */
@Component
class DraftCopies {

    private static final Logger log = LoggerFactory.getLogger(DraftCopies.class);

    private final Composer composer;
    private final DraftPublishing publishing;

    DraftCopies(Composer composer, DraftPublishing publishing) {
        this.composer = composer;
        this.publishing = publishing;
    }

    /** The draft lies safe in the database, whatever the mail server does. */
    void renew(Draft draft, SignedIn person, Preferences preferences, MailStore mailStore) throws IOException {
        if (draft.redirected().isPresent()) {
            return;
        }
        try {
            publishing.publish(
                    draft, composer.identity(person, draft.fields().sender()), preferences.zone(), mailStore);
        } catch (MailFailure.Authentication e) {
            throw e;
        } catch (MailFailure e) {
            log.info("A draft was not published: {}", e.getClass().getSimpleName());
        }
    }

    /** The new draft of a message that is sent again has a copy of its own, under a Message-ID of its own. */
    void remove(String messageId, MailStore mailStore) {
        try {
            publishing.withdraw(messageId, mailStore);
        } catch (MailFailure.Authentication e) {
            throw e;
        } catch (MailFailure e) {
            log.info("The copy of a draft was left: {}", e.getClass().getSimpleName());
        }
    }
}
