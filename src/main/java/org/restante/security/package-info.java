/** What stands between the network and the pages: who asks, forged requests, headers, throttling. */
@ApplicationModule(allowedDependencies = {"account", "mailstore", "web"})
package org.restante.security;

import org.springframework.modulith.ApplicationModule;
