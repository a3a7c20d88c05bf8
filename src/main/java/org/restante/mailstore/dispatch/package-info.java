/** Chooses the mail store that speaks an account's protocol. */
package org.restante.mailstore.dispatch;
