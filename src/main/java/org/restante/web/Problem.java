package org.restante.web;

/**
 * What a person is told when something does not work, by the names of the texts; shown by the view {@code web/problem} as model attribute
 * {@code problem}.
 *
 * @param status the HTTP status of the page
 * @param name what the texts are called: {@code name.title} says what happened in a few words, {@code name.happened} in a sentence or two
 * @param safe what is safe: that nothing was lost, or what is not known
 * @param next what to do next
 * @param link where the page's one button leads, within the application; a relative address such as {@code /mail/INBOX}
 * @param linkText what the button says
 */
public record Problem(int status, String name, String safe, String next, String link, String linkText) {

    /** The request attribute under which a filter leaves a problem for the error page. */
    public static final String ATTRIBUTE = Problem.class.getName();

    /** Returns a problem whose page leads to the inbox. */
    public static Problem of(int status, String name, String safe, String next) {
        return new Problem(status, name, safe, next, "/", "problem.link.inbox");
    }

    /** Returns the same where something else is safe. */
    Problem withSafe(String text) {
        return new Problem(status, name, text, next, link, linkText);
    }

    /** Returns the name of what happened in a few words. */
    public String title() {
        return name + ".title";
    }

    /** Returns the name of what happened in a sentence or two. */
    public String happened() {
        return name + ".happened";
    }
}
