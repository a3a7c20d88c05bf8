package org.restante.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** Runs the application on a port of its own, with a database in memory, a clock that tests move and mail servers that do not exist. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1",
            "spring.jpa.hibernate.ddl-auto=validate",
            "management.server.port=0",
            "restante.servers.test.incoming=imap://127.0.0.1:1?tls=off",
            "restante.servers.test.domains=example.org"
        })
@Import({FakeMailStores.class, AdjustableClock.class})
public @interface WebTest {}
