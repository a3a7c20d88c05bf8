/** The mail store that lies in the database, filled from a POP3 maildrop: flags, header fields and content that POP3 does not keep. */
package org.restante.mailstore.local;
