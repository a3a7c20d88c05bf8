/** Collects mail from further POP3 accounts of a person into a folder of their choice. */
@ApplicationModule(allowedDependencies = {"account", "content", "mailstore", "mime", "security", "web"})
package org.restante.collect;

import org.springframework.modulith.ApplicationModule;
