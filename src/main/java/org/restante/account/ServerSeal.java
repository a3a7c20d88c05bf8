package org.restante.account;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.restante.mailstore.Credential;
import org.springframework.stereotype.Component;

/**
 * Seals mail passwords for what is done for a person while no request of theirs is there, such as sending. The server secret alone
 * opens it, so it is kept only as long as the work needs it. Bound to the account and to that one piece of work.
 */
@Component
public class ServerSeal {

    private final PurposeKeys keys;
    private final AccountRepository accounts;
    private final MailServers servers;

    ServerSeal(ServerSecret secret, AccountRepository accounts, MailServers servers) {
        keys = secret.keys("server seal");
        this.accounts = accounts;
        this.servers = servers;
    }

    /**
     * Returns the person's password, sealed.
     *
     * @param work names what it is for
     */
    public byte[] seal(SignedIn person, String work) {
        String bound = boundTo(person.account(), work);
        return AesGcm.seal(key(bound), bound, person.credential().password());
    }

    /** Returns how the account signs in; empty where the seal is another one's, or the server is no longer configured. */
    public Optional<Credential> open(long account, String work, byte[] sealed) {
        String bound = boundTo(account, work);
        return keys.macs(bound.getBytes(StandardCharsets.UTF_8)).stream()
                .flatMap(key -> AesGcm.open(key, bound, sealed).stream())
                .findFirst()
                .flatMap(password ->
                        accounts.findById(account).flatMap(found -> servers.credential(found.name(), password)));
    }

    /** Returns a text that a person has entrusted, sealed under the server's secret. */
    public byte[] sealText(long account, String work, String text) {
        String bound = boundTo(account, work + ", text");
        return AesGcm.seal(key(bound), bound, text);
    }

    /** Returns what {@link #sealText} sealed; empty where it was another one's, or for something else. */
    public Optional<String> openText(long account, String work, byte[] sealed) {
        String bound = boundTo(account, work + ", text");
        return keys.macs(bound.getBytes(StandardCharsets.UTF_8)).stream()
                .flatMap(key -> AesGcm.open(key, bound, sealed).stream())
                .findFirst();
    }

    /** Returns a text, sealed so that it opens only with the person's mail password at hand, such as during a request of theirs. */
    public byte[] sealWithPerson(SignedIn person, String work, String text) {
        String bound = boundTo(person.account(), work + ", person");
        return AesGcm.seal(withPassword(key(bound), person), bound, text);
    }

    /** Returns what {@link #sealWithPerson} sealed; empty where the person's password is another one now. */
    public Optional<String> openWithPerson(SignedIn person, String work, byte[] sealed) {
        String bound = boundTo(person.account(), work + ", person");
        return keys.macs(bound.getBytes(StandardCharsets.UTF_8)).stream()
                .flatMap(key -> AesGcm.open(withPassword(key, person), bound, sealed).stream())
                .findFirst();
    }

    private static byte[] withPassword(byte[] key, SignedIn person) {
        return PurposeKeys.mac(key, person.credential().password().getBytes(StandardCharsets.UTF_8));
    }

    private byte[] key(String bound) {
        return keys.macs(bound.getBytes(StandardCharsets.UTF_8)).get(0);
    }

    private static String boundTo(long account, String work) {
        return "account %d, %s".formatted(account, work);
    }
}
