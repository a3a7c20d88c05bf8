package org.restante.mime;

/**
 * A message's body as an HTML document, and what its reader should be told.
 *
 * @param html the whole document; nothing may change it afterwards
 * @param remoteBlocked how many pictures and the like of other sites were left out
 * @param truncated whether some of the text is missing, since it is too long
 * @param guessed whether a character set had to be guessed
 */
public record RenderedBody(String html, int remoteBlocked, boolean truncated, boolean guessed) {}
