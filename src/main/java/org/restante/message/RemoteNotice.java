package org.restante.message;

import org.restante.account.SignedIn;
import org.restante.mailstore.MessageSummary;
import org.restante.message.remote.AllowedSenders;
import org.restante.mime.html.SanitizedHtml.Remote;

/**
 * What a message's page says about pictures of other sites.
 *
 * @param blocked how many are not loaded
 * @param trackers how many of those that only tell who looks are not loaded
 * @param loaded how many are loaded
 * @param once whether the person asked for them this time
 * @param always whether the person chose to load them for all of the sender's messages
 * @param sender whose pictures may always be loaded; empty where nobody can be named
 * @param domain the sender's domain, without {@code @}
 */
record RemoteNotice(int blocked, int trackers, int loaded, boolean once, boolean always, String sender, String domain) {

    static RemoteNotice of(Remote remote, BodyView view, MessageSummary message, SignedIn person) {
        String from = BodyView.sender(message);
        String sender = AllowedSenders.isOne(from) ? from : "";
        return new RemoteNotice(
                remote.blocked(),
                remote.trackers(),
                remote.loaded(),
                view.imagesOnce(),
                AllowedSenders.of(person).allows(from),
                sender,
                sender.isEmpty() ? "" : AllowedSenders.domain(sender).substring(1));
    }

    /** Returns whether there is anything to say. */
    public boolean present() {
        return blocked + trackers + loaded > 0;
    }

    /** Returns whether there is something to load that is not loaded. */
    public boolean offers() {
        return blocked > 0 && !once && loaded == 0;
    }
}
