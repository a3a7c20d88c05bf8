package org.restante.submission;

import java.util.Optional;
import org.restante.mailstore.MailboxName;
import org.restante.mime.Address;
import org.springframework.web.util.HtmlUtils;

/**
 * As whom a person writes.
 *
 * @param name what recipients see; empty while the person has not said
 * @param named whether the person has said, be it that they want none
 * @param standard whether new messages are written as it
 * @param choices what else holds for messages that are written as it
 */
public record Identity(String address, String name, boolean named, boolean standard, Choices choices) {

    /**
     * What holds for messages that are written as an identity.
     *
     * @param replyTo where answers are to go, where the message says nothing else; empty: to the sender
     * @param signature what new messages end with; empty: nothing
     * @param signatureHtml the same with formatting, sanitised; empty: made of the plain one
     * @param sentFolder where the copy is put; empty: among the sent mail
     * @param blindCopy whether the person gets a blind copy
     */
    public record Choices(
            String replyTo,
            String signature,
            String signatureHtml,
            Optional<MailboxName> sentFolder,
            boolean blindCopy) {

        /** Nothing. */
        public static final Choices NONE = new Choices("", "", "", Optional.empty(), false);
    }

    /** Returns the identity of somebody who has chosen nothing but a name. */
    public static Identity named(String address, String name) {
        return new Identity(address, name, true, true, Choices.NONE);
    }

    /** Returns the address with its name. */
    public Address from() {
        return new Address(name, address);
    }

    /** Returns what a new message ends with, after the line that says so (RFC 3676 §4.3); empty where there is no signature. */
    public String signed() {
        return choices.signature().isBlank()
                ? ""
                : "\n\n-- \n" + choices.signature().strip() + "\n";
    }

    /** Returns the same with formatting: what was made so, else the plain one's lines, escaped. */
    public String signedHtml() {
        if (choices.signatureHtml().isEmpty() && choices.signature().isBlank()) {
            return "";
        }
        String html = choices.signatureHtml().isEmpty()
                ? HtmlUtils.htmlEscape(choices.signature().strip()).replace("\n", "<br>")
                : choices.signatureHtml();
        return "<p></p><div>-- <br>" + html + "</div>";
    }
}
