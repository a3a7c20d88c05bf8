package org.restante;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The webmail. */
@SpringBootApplication
public class RestanteApplication {

    /** Starts the application; the arguments are Spring Boot's. */
    public static void main(String[] args) {
        SpringApplication.run(RestanteApplication.class, args);
    }
}
