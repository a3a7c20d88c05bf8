/** The mail store under lock that a POP3 server holds (RFC 1939): the wire, and the {@code Maildrop} on top of it. */
package org.restante.mailstore.pop3;
