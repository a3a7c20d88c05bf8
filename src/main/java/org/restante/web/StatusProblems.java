package org.restante.web;

/** Says in people's words what an HTTP status means where nothing more is known. */
final class StatusProblems {

    private StatusProblems() {}

    static Problem of(int status) {
        return switch (status) {
            case 400 -> because(400, "problem.status.malformed", "problem.next.back");
            case 403 -> because(403, "problem.status.forbidden", "problem.next.else");
            case 404 -> because(404, "problem.status.nothing", "problem.next.inbox");
            case 405 -> because(405, "problem.status.method", "problem.next.inbox");
            case 413 -> because(413, "problem.status.tooLarge", "problem.next.less");
            default ->
                status < 500
                        ? because(status, "problem.status.refused", "problem.next.back")
                        : because(status, "problem.status.fault", "problem.next.operator");
        };
    }

    private static Problem because(int status, String name, String next) {
        return Problem.of(status, name, "problem.safe.mail", next);
    }
}
