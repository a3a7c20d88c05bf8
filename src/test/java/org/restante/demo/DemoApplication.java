package org.restante.demo;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.ZonedDateTime;
import java.util.stream.Stream;
import org.restante.RestanteApplication;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts Restante with a database in memory and a mail server full of invented mail: {@code mvn spring-boot:test-run}. */
public final class DemoApplication {

    private DemoApplication() {}

    /** Starts both; further arguments are Spring Boot's, such as {@code --server.port=8081}. */
    public static void main(String[] args) throws Exception {
        System.setProperty("java.awt.headless", "true");
        // Until Spring Boot sets logging up, Logback would print all that GreenMail does.
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
        DemoMailServer mail = DemoMailServer.start(ZonedDateTime.now());
        try {
            greet(SpringApplication.from(RestanteApplication::main)
                    .run(arguments(mail, args))
                    .getApplicationContext());
        } catch (Throwable e) {
            // Its threads would keep the process alive.
            mail.close();
            throw e;
        }
    }

    private static String[] arguments(DemoMailServer mail, String[] given) {
        Stream<String> ours = Stream.of(
                "--spring.datasource.url=jdbc:h2:mem:demo;DB_CLOSE_DELAY=-1",
                "--management.server.port=-1",
                "--restante.styleguide=true",
                "--restante.servers.imap.domains=restante.example",
                "--restante.servers.imap.incoming=" + mail.incoming(),
                "--restante.servers.imap.submission=" + mail.submission(),
                "--restante.servers.pop3.domains=pop.restante.example",
                "--restante.servers.pop3.incoming=" + mail.pop3(),
                "--restante.servers.pop3.submission=" + mail.submission());
        return Stream.concat(ours, Stream.of(given)).toArray(String[]::new);
    }

    private static void greet(ConfigurableApplicationContext restante) {
        System.out.printf(
                "%n  Restante is at  http://localhost:%s%n  sign in as      %s  (IMAP)%n"
                        + "               or %s  (POP3)%n  password        %s%n%n",
                restante.getEnvironment().getProperty("local.server.port"),
                DemoMailServer.ADDRESS,
                DemoMailServer.POP3_ADDRESS,
                DemoMailServer.PASSWORD);
    }
}
