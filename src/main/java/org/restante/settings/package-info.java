/** What people prefer: language, time zone, looks. The pages of other features ask {@link Preferences}. */
@ApplicationModule(allowedDependencies = {"account", "mailstore", "submission", "web"})
package org.restante.settings;

import org.springframework.modulith.ApplicationModule;
