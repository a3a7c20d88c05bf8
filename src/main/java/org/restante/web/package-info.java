/** Page layout, problem pages, paging and asset URLs; knows no feature. */
@ApplicationModule(allowedDependencies = {"mailstore", "mime"})
package org.restante.web;

import org.springframework.modulith.ApplicationModule;
