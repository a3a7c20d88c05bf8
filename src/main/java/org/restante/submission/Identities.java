package org.restante.submission;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.restante.account.MailServers;
import org.restante.account.SignedIn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The identities that people write as: the address that they sign in with, those that the operator gives them, and where the operator
 * lets them, others that they add. What the operator does not allow any more is none, whatever lies in the database.
 */
@Component
public class Identities {

    private static final int MOST = 50;

    private final IdentityTable table;
    private final MailServers servers;
    private final TransactionTemplate transaction;

    Identities(IdentityTable table, MailServers servers, TransactionTemplate transaction) {
        this.table = table;
        this.servers = servers;
        this.transaction = transaction;
    }

    /** Returns the person's identities, the usual one first; at least one. */
    public List<Identity> of(SignedIn person) {
        List<Identity> kept = table.of(person.account());
        List<Identity> all = new ArrayList<>();
        given(person)
                .forEach(address -> all.add(find(kept, address)
                        .orElseGet(() -> new Identity(address, "", false, false, Identity.Choices.NONE))));
        kept.stream()
                .filter(identity -> find(all, identity.address()).isEmpty() && mayAdd(person, identity.address()))
                .forEach(all::add);
        all.stream().filter(Identity::standard).findFirst().ifPresent(standard -> {
            all.remove(standard);
            all.add(0, standard);
        });
        return all;
    }

    /** Returns the addresses that are the person's without their doing; these cannot be removed. */
    public List<String> given(SignedIn person) {
        List<String> addresses = new ArrayList<>();
        addresses.add(own(person));
        servers.aliases(person.credential().server().name(), person.address()).stream()
                .flatMap(address -> Recipients.checked(address).stream())
                .filter(address -> addresses.stream().noneMatch(address::equalsIgnoreCase))
                .forEach(addresses::add);
        return addresses;
    }

    private static String own(SignedIn person) {
        String login = person.address();
        return login.contains("@")
                ? login
                : login + "@" + person.credential().server().incoming().host();
    }

    /** Returns whether the operator lets people of this server add addresses. */
    public boolean mayAdd(SignedIn person) {
        return servers.allowsSenders(person.credential().server().name());
    }

    private boolean mayAdd(SignedIn person, String address) {
        return servers.allowsSender(person.credential().server().name(), address);
    }

    /** Returns the identity with that address, if it is one of the person's. */
    public Optional<Identity> find(SignedIn person, String address) {
        return find(of(person), address);
    }

    private static Optional<Identity> find(Collection<Identity> identities, String address) {
        return identities.stream()
                .filter(identity -> identity.address().equalsIgnoreCase(address))
                .findFirst();
    }

    /**
     * Returns the identity to write as.
     *
     * @param writtenTo the recipients of the message that is answered: one of the person's own addresses among them is who answers
     * @param recipients those who are written to: as whom they were written to last; where that says nothing, the usual one
     */
    public Identity suited(SignedIn person, Collection<String> writtenTo, Collection<String> recipients) {
        List<Identity> all = of(person);
        return writtenTo.stream()
                .flatMap(address -> find(all, address).stream())
                .findFirst()
                .or(() -> all.size() < 2
                        ? Optional.empty()
                        : recipients.stream()
                                .flatMap(address -> table.lastSenderTo(person.account(), address).stream())
                                .flatMap(sender -> find(all, sender).stream())
                                .findFirst())
                .orElse(all.get(0));
    }

    /**
     * Keeps an identity under its address.
     *
     * @return whether the person may have it
     */
    public boolean save(SignedIn person, Identity identity) {
        List<Identity> all = of(person);
        boolean known = find(all, identity.address()).isPresent();
        if (!known && (all.size() >= MOST || !mayAdd(person, identity.address()))) {
            return false;
        }
        transaction.executeWithoutResult(status -> {
            table.save(person.account(), identity);
            if (identity.standard()) {
                table.onlyStandard(person.account(), identity.address());
            }
        });
        return true;
    }

    /** Removes what the person chose for an address; the address too, where it is not given to them. */
    public void delete(SignedIn person, String address) {
        find(person, address).ifPresent(identity -> table.delete(person.account(), identity.address()));
    }

    /** Keeps the name that an identity goes by. */
    public void rename(SignedIn person, Identity identity, String name) {
        save(person, new Identity(identity.address(), name, true, identity.standard(), identity.choices()));
    }
}
