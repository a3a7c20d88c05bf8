package org.restante.mailstore.pop3;

import java.util.Optional;

/**
 * A message as the maildrop lists it (RFC 1939 §5 LIST, §7 UIDL).
 *
 * @param number what names the message until the maildrop is closed
 * @param uidl empty where the server does not know UIDL
 * @param size octets as the server says, which need not be true; 0 where it does not say
 */
public record Listed(int number, Optional<Uidl> uidl, long size) {}
