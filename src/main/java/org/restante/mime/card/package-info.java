/** Reads calendar events (RFC 5545) and contacts (RFC 6350) that come with messages. */
@NamedInterface("card")
package org.restante.mime.card;

import org.springframework.modulith.NamedInterface;
