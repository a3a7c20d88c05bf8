/** The folder tree that pages show. */
@ApplicationModule(allowedDependencies = {"mailstore", "web"})
package org.restante.folder;

import org.springframework.modulith.ApplicationModule;
