/** Page layout, problem pages, paging and asset URLs; knows no feature. */
@ApplicationModule(allowedDependencies = {"account", "mailstore", "mime"})
package org.restante.web;

import org.springframework.modulith.ApplicationModule;
