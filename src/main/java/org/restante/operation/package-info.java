/** What an operator needs of a running replica: a state that can be read, and an end without lost requests. */
@ApplicationModule(allowedDependencies = {"account", "mailstore"})
package org.restante.operation;

import org.springframework.modulith.ApplicationModule;
