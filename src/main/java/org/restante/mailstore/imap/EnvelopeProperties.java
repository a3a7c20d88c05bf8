package org.restante.mailstore.imap;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What is kept in memory of messages that were in lists.
 *
 * @param memory how much it may take in all
 */
@ConfigurationProperties("restante.envelopes")
public record EnvelopeProperties(@DefaultValue("64MB") DataSize memory) {}
