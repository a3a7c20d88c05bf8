/** What every mail protocol stands on: connections with a limit in time, and TLS that is verified. */
package org.restante.mailstore.wire;
