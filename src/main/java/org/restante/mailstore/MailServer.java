package org.restante.mailstore;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where mail is read.
 *
 * @param name the operator's name for it
 * @param certificate PEM file of the authority to trust instead of the system's, where there is one
 * @param connectLimit how long connecting may take
 * @param exchangeLimit how long one exchange with the server may take in all
 */
public record MailServer(
        String name, Endpoint incoming, Optional<Path> certificate, Duration connectLimit, Duration exchangeLimit) {}
