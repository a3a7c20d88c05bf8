/** Writing messages: the composer, answers and forwards, and the pages of what waits and was sent. */
@ApplicationModule(allowedDependencies = {"account", "mailstore", "mime", "settings", "submission", "web"})
package org.restante.compose;

import org.springframework.modulith.ApplicationModule;
