/**
 * Parses, decides what to show, sanitises and renders messages; knows neither Spring nor Jakarta Mail nor the rest of
 * Restante.
 */
@ApplicationModule(allowedDependencies = {})
package org.restante.mime;

import org.springframework.modulith.ApplicationModule;
