/** Lists, shows and marks messages. */
@ApplicationModule(
        allowedDependencies = {"account", "folder", "mailstore", "mime", "mime :: html", "security", "settings", "web"})
package org.restante.message;

import org.springframework.modulith.ApplicationModule;
