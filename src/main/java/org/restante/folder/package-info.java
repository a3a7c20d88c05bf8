/** The folder tree that pages show. */
@ApplicationModule(allowedDependencies = {"account", "mailstore", "settings", "web"})
package org.restante.folder;

import org.springframework.modulith.ApplicationModule;
