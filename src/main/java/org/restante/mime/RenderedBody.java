package org.restante.mime;

import org.restante.mime.html.SanitizedHtml.Remote;

/**
 * A message's body as an HTML document, and what its reader should be told.
 *
 * @param html the whole document; nothing may change it afterwards
 * @param remote how many pictures and the like lie on other sites
 * @param truncated whether some of the text is missing, since it is too long
 * @param guessed whether a character set had to be guessed
 */
public record RenderedBody(String html, Remote remote, boolean truncated, boolean guessed) {}
