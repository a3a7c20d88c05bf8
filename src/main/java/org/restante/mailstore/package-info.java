/** The port to a person's mail, its values and its failures; the sub-packages implement it. */
@ApplicationModule(allowedDependencies = {"content", "mime"})
package org.restante.mailstore;

import org.springframework.modulith.ApplicationModule;
