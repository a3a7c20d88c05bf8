package org.restante.mailstore.dispatch;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.restante.mailstore.Credential;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxRole;
import org.restante.mailstore.RoleChoices;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the choices in rows. */
@Component
class KeptRoles implements RoleChoices {

    private static final String OWN = " where server = :server and login = :login";

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    KeptRoles(JdbcClient database, TransactionTemplate transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    @Override
    public Map<MailboxRole, MailboxName> of(Credential credential) {
        Map<MailboxRole, MailboxName> roles = new EnumMap<>(MailboxRole.class);
        of(database.sql("select role, name from mailbox_role" + OWN), credential)
                .query(row -> {
                    roles.put(
                            MailboxRole.valueOf(row.getString("role")), MailboxName.fromAddress(row.getString("name")));
                });
        return roles;
    }

    @Override
    public void assign(Credential credential, MailboxName name, Optional<MailboxRole> role) {
        transaction.executeWithoutResult(status -> {
            of(database.sql("delete from mailbox_role" + OWN + " and (name = :name or role = :role)"), credential)
                    .param("name", name.toAddress())
                    .param("role", role.map(MailboxRole::name).orElse(""))
                    .update();
            role.ifPresent(given -> of(
                            database.sql("insert into mailbox_role (server, login, role, name)"
                                    + " values (:server, :login, :role, :name)"),
                            credential)
                    .param("role", given.name())
                    .param("name", name.toAddress())
                    .update());
        });
    }

    @Override
    public void rename(Credential credential, MailboxName name, MailboxName to) {
        of(credential).forEach((role, kept) -> {
            if (kept.equals(name) || kept.isBelow(name)) {
                assign(credential, kept.moved(name, to), Optional.of(role));
            }
        });
    }

    private static JdbcClient.StatementSpec of(JdbcClient.StatementSpec statement, Credential credential) {
        return statement.param("server", credential.server().name()).param("login", credential.login());
    }
}
