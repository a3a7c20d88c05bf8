package org.restante.web;

/** Says in people's words what an HTTP status means where nothing more is known. */
final class StatusProblems {

    private StatusProblems() {}

    static Problem of(int status) {
        return switch (status) {
            case 400 ->
                inbox(
                        400,
                        "This request makes no sense",
                        "Something in the address or the form is not as it should be.",
                        "Go back and try again.");
            case 403 -> inbox(403, "This is not allowed", "You may not do this.", "Go back and try something else.");
            case 404 ->
                inbox(
                        404,
                        "There is nothing here",
                        "The address leads nowhere: it may be mistyped or out of date.",
                        "Start from the inbox.");
            case 405 ->
                inbox(
                        405,
                        "This is not how it works",
                        "This address cannot be used in this way.",
                        "Start from the inbox.");
            case 413 ->
                inbox(
                        413,
                        "This is too much",
                        "What was sent is larger than what is taken here.",
                        "Send less at once.");
            default ->
                status < 500
                        ? inbox(status, "This did not work", "The request was not accepted.", "Go back and try again.")
                        : inbox(
                                status,
                                "Something went wrong here",
                                "Restante met a fault of its own. It was logged.",
                                "Try again. If it happens again, tell whoever runs this webmail.");
        };
    }

    private static Problem inbox(int status, String title, String happened, String next) {
        return new Problem(
                status, title, happened, "Your mail is safe on the mail server.", next, "/", "Go to the inbox");
    }
}
