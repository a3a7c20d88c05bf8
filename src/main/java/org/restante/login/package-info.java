/** Signing in and out, and the browsers that a person is signed in with. */
@ApplicationModule(allowedDependencies = {"account", "mailstore", "security", "web"})
package org.restante.login;

import org.springframework.modulith.ApplicationModule;
