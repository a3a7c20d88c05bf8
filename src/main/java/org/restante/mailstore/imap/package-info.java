/** The mail store that lies on an IMAP server (RFC 3501, RFC 9051): the wire, the parsing of its answers, and the port on top of them. */
package org.restante.mailstore.imap;
