package org.restante.mime.html;

/**
 * HTML that is safe to show, as a fragment for the body of a document.
 *
 * @param html what {@link HtmlSanitizer} let through; nothing may change it afterwards
 * @param remote what it would have loaded from elsewhere
 * @param truncated whether the message was larger than the sanitiser's bounds, so that some of it is missing
 */
public record SanitizedHtml(String html, Remote remote, boolean truncated) {

    /**
     * How much of a message lies on other sites.
     *
     * @param blocked how many pictures and other things are not loaded, trackers not counted
     * @param trackers how many pictures are not loaded since they only tell who looks
     * @param loaded how many pictures are loaded
     */
    public record Remote(int blocked, int trackers, int loaded) {

        /** Nothing lies elsewhere. */
        public static final Remote NONE = new Remote(0, 0, 0);

        /** Returns both together. */
        public Remote plus(Remote other) {
            return new Remote(blocked + other.blocked, trackers + other.trackers, loaded + other.loaded);
        }
    }
}
