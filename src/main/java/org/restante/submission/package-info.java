/** Drafts, and the outbox through which they are sent: a journal whose states one can see. */
@ApplicationModule(allowedDependencies = {"account", "content", "mailstore", "mime"})
package org.restante.submission;

import org.springframework.modulith.ApplicationModule;
