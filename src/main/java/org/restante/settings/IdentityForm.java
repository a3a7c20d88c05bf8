package org.restante.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.restante.mailstore.MailboxName;
import org.restante.submission.Identity;
import org.restante.submission.Recipients;
import org.restante.web.Texts;

/**
 * The form of an identity as it was sent, or is shown.
 *
 * @param known the address that the person has already; empty: it is to be added
 */
record IdentityForm(
        @Nullable String known,
        @Nullable String address,
        @Nullable String name,
        @Nullable String replyTo,
        @Nullable String signature,
        @Nullable String sentFolder,
        @Nullable Boolean blindCopy,
        @Nullable Boolean standard) {

    private static final Pattern BREAK = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SIGNATURE = 10_000;

    static IdentityForm empty() {
        return new IdentityForm("", "", "", "", "", "", false, false);
    }

    static IdentityForm of(Identity identity, boolean standard) {
        Identity.Choices choices = identity.choices();
        return new IdentityForm(
                identity.address(),
                identity.address(),
                identity.name(),
                choices.replyTo(),
                choices.signature(),
                choices.sentFolder().map(MailboxName::toAddress).orElse(""),
                choices.blindCopy(),
                standard);
    }

    /** Returns whether the address is to be added. */
    public boolean isNew() {
        return plain(known).isEmpty();
    }

    /** Returns the signature behind the line break that browsers leave out at the beginning of a text area. */
    public String typedSignature() {
        return "\n" + plain(signature);
    }

    private static String plain(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** Returns what is wrong, by the names of the fields. */
    Map<String, String> errors(Texts texts) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (Recipients.checked(plain(address)).isEmpty()) {
            errors.put("address", texts.get("compose.error.recipient", plain(address)));
        }
        if (BREAK.matcher(plain(name)).find() || plain(name).length() > LONGEST_NAME) {
            errors.put("name", texts.get("compose.error.break"));
        }
        List<String> wrong = Recipients.of(plain(replyTo)).wrong();
        if (!wrong.isEmpty()) {
            errors.put("replyTo", texts.get("compose.error.recipient", String.join(", ", wrong)));
        }
        return errors;
    }

    /** Returns the identity; to be asked only where nothing is wrong. */
    Identity identity(String signatureHtml) {
        String text = plain(signature).replace("\0", "").replace("\r\n", "\n");
        return new Identity(
                Recipients.checked(plain(address)).orElseThrow(),
                plain(name),
                true,
                Boolean.TRUE.equals(standard),
                new Identity.Choices(
                        plain(replyTo),
                        text.substring(0, Math.min(text.length(), LONGEST_SIGNATURE)),
                        signatureHtml,
                        sentMailbox(),
                        Boolean.TRUE.equals(blindCopy)));
    }

    private Optional<MailboxName> sentMailbox() {
        try {
            return plain(sentFolder).isEmpty()
                    ? Optional.empty()
                    : Optional.of(MailboxName.fromAddress(plain(sentFolder)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
