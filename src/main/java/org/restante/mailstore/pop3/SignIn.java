package org.restante.mailstore.pop3;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.restante.mailstore.Credential;

/** Signs in: SASL PLAIN (RFC 4616, RFC 5034) where it is announced, else USER and PASS (RFC 1939 §7). */
final class SignIn {

    /** A command with its end (RFC 2449 §4). */
    private static final int LONGEST_COMMAND = 255;

    private SignIn() {}

    /**
     * @throws org.restante.mailstore.MailFailure.Authentication where the server does not accept the credential
     */
    static void with(Credential credential, Pop3Wire wire, Capabilities capabilities) throws MaildropBusyException {
        Status status = capabilities.hasMechanism("PLAIN") ? plain(credential, wire) : userAndPass(credential, wire);
        if (!status.ok()) {
            throw Refusals.atSignIn(status);
        }
    }

    private static Status plain(Credential credential, Pop3Wire wire) {
        String message = "\0" + credential.login() + "\0" + credential.password();
        String response = Base64.getEncoder().encodeToString(message.getBytes(StandardCharsets.UTF_8));
        String whole = "AUTH PLAIN " + response;
        return whole.length() + 2 <= LONGEST_COMMAND ? wire.exchange(whole) : continued(response, wire);
    }

    private static Status continued(String response, Pop3Wire wire) {
        wire.begin();
        wire.send(List.of("AUTH PLAIN"));
        return wire.continueWith(response);
    }

    private static Status userAndPass(Credential credential, Pop3Wire wire) {
        Status user = wire.exchange("USER " + credential.login());
        return user.ok() ? wire.exchange("PASS " + credential.password()) : user;
    }
}
