/** Large content as rows of 256 KB, written and read as streams. */
@ApplicationModule(allowedDependencies = {})
package org.restante.content;

import org.springframework.modulith.ApplicationModule;
