package org.restante.mailstore.imap;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How IMAP is spoken.
 *
 * @param compression with which servers answers are compressed
 */
@ConfigurationProperties("restante.imap")
public record ImapProperties(@DefaultValue("auto") Compression compression) {}
