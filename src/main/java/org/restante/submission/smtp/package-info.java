/** Writes and submits messages by Jakarta Mail, whose types stay here. */
package org.restante.submission.smtp;
