package org.restante;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The webmail. */
@SpringBootApplication
public class RestanteApplication {

    static {
        // Without it Jakarta Mail runs an uncached ServiceLoader look-up for every decoded header field.
        System.setProperty("jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
    }

    /** Starts the application; the arguments are Spring Boot's. */
    public static void main(String[] args) {
        SpringApplication.run(RestanteApplication.class, args);
    }
}
