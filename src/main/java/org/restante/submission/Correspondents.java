package org.restante.submission;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.restante.account.SignedIn;
import org.restante.mime.Address;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom people have written to: offered again when they write, until they have them forgotten. */
@Component
public class Correspondents {

    private static final int OFFERED = 250;
    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_ADDRESS = 400;

    private final JdbcClient database;
    private final InstantSource clock;

    Correspondents(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Returns them as they are written in a list of recipients, those of the last time and of the most letters first. */
    public List<String> likeliest(SignedIn person) {
        return all(person).stream().map(Correspondents::written).toList();
    }

    /** Returns the same as addresses. */
    public List<Address> all(SignedIn person) {
        return database.sql("select address, name from correspondent where account_id = :account"
                        + " order by times desc, written_at desc, address limit :most")
                .param("account", person.account())
                .param("most", OFFERED)
                .query((row, number) -> new Address(row.getString("name"), row.getString("address")))
                .list();
    }

    private static String written(Address address) {
        return address.name().isEmpty()
                ? address.address()
                : '"' + address.name().replace("\\", "\\\\").replace("\"", "\\\"") + "\" <" + address.address() + ">";
    }

    /** Remembers all that a message goes to. */
    public void remember(SignedIn person, DraftFields fields) {
        Stream.of(fields.to(), fields.cc(), fields.bcc())
                .flatMap(list -> Recipients.of(list).addresses().stream())
                .filter(address -> address.address().length() <= LONGEST_ADDRESS)
                .distinct()
                .forEach(address -> remember(person, address));
    }

    private void remember(SignedIn person, Address address) {
        Map<String, Object> values = Map.of(
                "account",
                person.account(),
                "address",
                address.address(),
                "name",
                address.name()
                        .substring(0, Math.min(LONGEST_NAME, address.name().length())),
                "now",
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        int known = database.sql("update correspondent set times = times + 1, written_at = :now,"
                        + " name = case when :name = '' then name else :name end"
                        + " where account_id = :account and address = :address")
                .params(values)
                .update();
        if (known == 0) {
            try {
                database.sql("insert into correspondent (account_id, address, name, times, written_at)"
                                + " values (:account, :address, :name, 1, :now)")
                        .params(values)
                        .update();
            } catch (DuplicateKeyException e) {
                // Another message to them goes out at the same moment.
            }
        }
    }

    /** Forgets one of them; without effect where the person has not written there. */
    public void forget(SignedIn person, String address) {
        database.sql("delete from correspondent where account_id = :account and address = :address")
                .param("account", person.account())
                .param("address", address)
                .update();
    }

    /** Forgets all of them. */
    public void forgetAll(SignedIn person) {
        database.sql("delete from correspondent where account_id = :account")
                .param("account", person.account())
                .update();
    }
}
