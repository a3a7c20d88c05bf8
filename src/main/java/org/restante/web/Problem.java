package org.restante.web;

/**
 * What a person is told when something does not work; shown by the view {@code web/problem} as model attribute {@code problem}.
 *
 * @param status the HTTP status of the page
 * @param title what happened, in a few words
 * @param happened what happened, in a sentence or two
 * @param safe what is safe: that nothing was lost, or what is not known
 * @param next what to do next
 * @param link where the page's one button leads, within the application; a relative address such as {@code /mail/INBOX}
 * @param linkText what the button says
 */
public record Problem(
        int status, String title, String happened, String safe, String next, String link, String linkText) {

    /** The request attribute under which a filter leaves a problem for the error page. */
    public static final String ATTRIBUTE = Problem.class.getName();
}
