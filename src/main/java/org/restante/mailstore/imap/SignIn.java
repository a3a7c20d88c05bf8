package org.restante.mailstore.imap;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.restante.mailstore.Credential;
import org.restante.mailstore.MailFailure;

/** Signs in: SASL PLAIN (RFC 4616) where it is offered, at once with SASL-IR (RFC 4959); else LOGIN. */
final class SignIn {

    private SignIn() {}

    /**
     * Signs in, and learns the capabilities anew, which change with it.
     *
     * @throws MailFailure.Authentication where the server does not accept the credential
     */
    static void with(Credential credential, ImapWire wire, Capabilities capabilities) {
        Command command = command(credential, capabilities);
        capabilities.forget();
        Answer answer = wire.exchange(command, capabilities::take);
        if (!answer.is("OK")) {
            throw Refusals.atSignIn(answer);
        }
        capabilities.take(answer);
        if (!capabilities.areKnown()) {
            capabilities.ask(wire);
        }
    }

    private static Command command(Credential credential, Capabilities capabilities) {
        boolean loginWorks = !capabilities.has("LOGINDISABLED");
        if (capabilities.has("AUTH=PLAIN") && !(loginWorks && needsLogin(credential))) {
            byte[] response = plain(credential);
            return capabilities.has("SASL-IR")
                    ? Command.of("AUTHENTICATE PLAIN").atom(new String(response, StandardCharsets.US_ASCII))
                    : Command.of("AUTHENTICATE PLAIN").continued(response);
        }
        if (!loginWorks) {
            throw new MailFailure.Capability("the server offers no way to sign in with a password");
        }
        return Command.of("LOGIN").string(credential.login()).string(credential.password());
    }

    /** Exchange knows {@code DOMAIN\\user} and {@code user/mailbox} only there. */
    private static boolean needsLogin(Credential credential) {
        return credential.login().contains("\\") || credential.login().contains("/");
    }

    private static byte[] plain(Credential credential) {
        String message = "\0" + credential.login() + "\0" + credential.password();
        return Base64.getEncoder().encode(message.getBytes(StandardCharsets.UTF_8));
    }
}
