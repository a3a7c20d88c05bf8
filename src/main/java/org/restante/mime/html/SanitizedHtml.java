package org.restante.mime.html;

/**
 * HTML that is safe to show, as a fragment for the body of a document.
 *
 * @param html what {@link HtmlSanitizer} let through; nothing may change it afterwards
 * @param remoteBlocked how many pictures and other things would have been loaded from elsewhere
 * @param truncated whether the message was larger than the sanitiser's bounds, so that some of it is missing
 */
public record SanitizedHtml(String html, int remoteBlocked, boolean truncated) {}
