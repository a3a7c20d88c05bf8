package org.restante.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole application on a real port, with {@link MailServersUnderTest}. All such tests share one running application, so each
 * uses people of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:application-test;DB_CLOSE_DELAY=-1",
            "management.server.port=0",
            "management.server.address=127.0.0.1",
            // The other sites of tests are on this machine.
            "restante.egress.reachable=127.0.0.1",
            "restante.limits.connect=2s",
            "restante.limits.exchange=3s",
            "restante.outbox.undo=0s",
            "restante.outbox.look-every=200ms"
        })
@ContextConfiguration(initializers = MailServersUnderTest.class)
public @interface ApplicationTest {}
