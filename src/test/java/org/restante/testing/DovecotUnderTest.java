package org.restante.testing;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The Dovecot of {@link DovecotApplicationTest}: any user, the password {@link Dovecot#PASSWORD}. */
public final class DovecotUnderTest implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** The domain of the shared Dovecot, spoken to in clear. */
    public static final String DOVECOT = "dovecot.example";

    /** The domain of the same one over TLS, with its certificate given. */
    public static final String DOVECOT_TLS = "dovecot-tls.example";

    /** The domain of the shared Dovecot, whose POP3 is spoken in clear. */
    public static final String POP3 = "pop3.example";

    /** The domain of the same one, whose POP3 is spoken over TLS. */
    public static final String POP3_TLS = "pop3-tls.example";

    /** The domain of a Dovecot that tests may stop; see {@link #fragile()}. */
    public static final String FRAGILE = "fragile.example";

    private static Dovecot fragile;

    /** Returns the Dovecot that tests may stop and freeze, and which they start or thaw again. */
    public static synchronized Dovecot fragile() {
        if (fragile == null) {
            fragile = Dovecot.start();
        }
        return fragile;
    }

    /** Returns somebody new on the Dovecot behind this domain. */
    public static Person person(String name, String domain) {
        Dovecot dovecot = domain.equals(FRAGILE) ? fragile() : Dovecot.shared();
        return new Person(dovecot.imapPort(), name + "@" + domain, Dovecot.PASSWORD);
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Dovecot dovecot = Dovecot.shared();
        List<String> properties = new ArrayList<>();
        MailServersUnderTest.add(properties, DOVECOT, MailServersUnderTest.inClear(dovecot.imapPort()));
        MailServersUnderTest.add(properties, DOVECOT_TLS, "imaps://127.0.0.1:" + dovecot.imapsPort());
        MailServersUnderTest.trust(properties, DOVECOT_TLS, dovecot.certificate());
        MailServersUnderTest.add(properties, POP3, "pop3://127.0.0.1:" + dovecot.pop3Port() + "?tls=off");
        MailServersUnderTest.add(properties, POP3_TLS, "pop3s://127.0.0.1:" + dovecot.pop3sPort());
        MailServersUnderTest.trust(properties, POP3_TLS, dovecot.certificate());
        MailServersUnderTest.add(
                properties, FRAGILE, MailServersUnderTest.inClear(fragile().imapPort()));
        TestPropertyValues.of(properties).applyTo(context);
    }
}
