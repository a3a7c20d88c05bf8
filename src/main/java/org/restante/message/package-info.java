/** Lists, shows and marks messages. */
@ApplicationModule(
        allowedDependencies = {
            "account",
            "folder",
            "mailstore",
            "mime",
            "mime :: card",
            "mime :: html",
            "mime :: tnef",
            "security",
            "settings",
            "web"
        })
package org.restante.message;

import org.springframework.modulith.ApplicationModule;
