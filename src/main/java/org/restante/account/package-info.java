/** Who a person is here: account, sessions, sealed mail passwords, and the servers that mail lies on; knows no web. */
@ApplicationModule(allowedDependencies = "mailstore")
package org.restante.account;

import org.springframework.modulith.ApplicationModule;
