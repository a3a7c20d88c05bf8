/** Lends connections that are dear to open, each to one unit of work at a time; knows nothing of what is said over them. */
package org.restante.mailstore.pool;
