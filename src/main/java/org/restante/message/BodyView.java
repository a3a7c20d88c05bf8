package org.restante.message;

import org.restante.account.SignedIn;
import org.restante.mailstore.MessageSummary;
import org.restante.message.remote.ImageAddresses;
import org.restante.message.remote.ProxiedImages;
import org.restante.mime.Address;
import org.restante.mime.html.RemoteImages;

/**
 * How a reader wants to see the text of a message.
 *
 * @param text whether plain text is preferred
 * @param imagesOnce whether pictures of other sites are shown this time
 */
record BodyView(boolean text, boolean imagesOnce) {

    /** What the parameter {@code images} says for this time. */
    static final String ONCE = "once";

    static BodyView of(boolean text, String images) {
        return new BodyView(text, images.equals(ONCE));
    }

    /**
     * Returns what shows the pictures of other sites that a message refers to.
     *
     * @param allowed whether the reader always wants to see this sender's
     */
    RemoteImages images(boolean allowed, SignedIn person, ImageAddresses addresses, String contextPath) {
        return imagesOnce || allowed
                ? new ProxiedImages(addresses, person.account(), contextPath + "/images/")
                : RemoteImages.NONE;
    }

    /** Returns the address of the first one a message is from; empty where there is none. */
    static String sender(MessageSummary message) {
        return message.envelope().from().stream()
                .map(Address::address)
                .findFirst()
                .orElse("");
    }
}
