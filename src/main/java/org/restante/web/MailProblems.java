package org.restante.web;

import org.restante.mailstore.MailFailure;

/** Says which {@link Problem} each {@link MailFailure} is to a person. */
public final class MailProblems {

    private static final String UNCHANGED = "problem.safe.unchanged";

    private MailProblems() {}

    /** Returns the page for a failure. */
    public static Problem of(MailFailure failure) {
        if (failure instanceof MailFailure.Gone gone) {
            return gone(gone.kind());
        } else if (failure instanceof MailFailure.Network network) {
            return network(network.kind());
        } else if (failure instanceof MailFailure.Refused refused) {
            return refused(refused.kind());
        } else if (failure instanceof MailFailure.Certificate) {
            return again(502, "problem.certificate");
        } else if (failure instanceof MailFailure.Capability) {
            return again(502, "problem.capability");
        }
        return new Problem(401, "problem.password", UNCHANGED, "problem.next.signIn", "/login", "problem.link.signIn");
    }

    private static Problem gone(MailFailure.Gone.Kind kind) {
        return switch (kind) {
            case MAILBOX -> Problem.of(404, "problem.gone.folder", UNCHANGED, "problem.next.folder");
            case MESSAGE -> Problem.of(410, "problem.gone.message", "problem.safe.others", "problem.next.look");
            case PART -> Problem.of(404, "problem.gone.part", UNCHANGED, "problem.next.attachments");
            case UID_VALIDITY ->
                Problem.of(409, "problem.gone.numbering", "problem.safe.nothingDone", "problem.next.reopen");
        };
    }

    private static Problem network(MailFailure.Network.Kind kind) {
        return switch (kind) {
            case UNREACHABLE -> again(502, "problem.network.unreachable");
            case BROKEN -> again(502, "problem.network.broken");
            case TIMED_OUT -> again(504, "problem.network.timedOut");
            case GARBLED -> again(502, "problem.network.garbled");
        };
    }

    private static Problem refused(MailFailure.Refused.Kind kind) {
        return switch (kind) {
            case UNAVAILABLE -> again(503, "problem.refused.unavailable");
            case BUSY -> again(503, "problem.refused.busy");
            case IN_USE -> again(503, "problem.refused.inUse", "problem.next.inUse");
            case TOO_SOON -> again(503, "problem.refused.tooSoon", "problem.next.tooSoon");
            case NOT_PERMITTED, KEYWORD -> back(403, "problem.refused.notPermitted");
            case OVER_QUOTA -> back(507, "problem.refused.overQuota");
            case NAME -> back(400, "problem.refused.name");
            case NAME_TAKEN -> back(409, "problem.refused.nameTaken");
            case OTHER -> back(502, "problem.refused.other");
        };
    }

    private static Problem again(int status, String name) {
        return again(status, name, "problem.next.retry");
    }

    private static Problem again(int status, String name, String next) {
        return new Problem(status, name, UNCHANGED, next, "/", "problem.link.tryInbox");
    }

    private static Problem back(int status, String name) {
        return Problem.of(status, name, UNCHANGED, "problem.next.otherFolder");
    }
}
