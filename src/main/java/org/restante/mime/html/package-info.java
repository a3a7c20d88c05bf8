/** Makes HTML and plain text of unknown senders safe to show; needs jsoup and nothing else. */
@NamedInterface("html")
package org.restante.mime.html;

import org.springframework.modulith.NamedInterface;
