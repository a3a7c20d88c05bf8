package org.restante.web;

import org.restante.mailstore.MailFailure;

/** Says each {@link MailFailure} in people's words. */
public final class MailProblems {

    private static final String NOTHING_CHANGED =
            "Your mail is safe: it stays on the mail server, and nothing was changed.";
    private static final String TRY_AGAIN =
            "Try again in a moment. If it stays like this, tell whoever runs your mail.";

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
            return again(
                    502,
                    "The mail server cannot be trusted",
                    "The mail server shows a certificate that does not prove who it is, so Restante does not talk to it.");
        } else if (failure instanceof MailFailure.Capability) {
            return again(
                    502,
                    "The mail server lacks something needed",
                    "The mail server does not offer what Restante is set to require of it, such as a private connection.");
        }
        return new Problem(
                401,
                "Please sign in again",
                "The mail server no longer accepts your password.",
                NOTHING_CHANGED,
                "Sign in with your current password.",
                "/login",
                "Sign in");
    }

    private static Problem gone(MailFailure.Gone.Kind kind) {
        return switch (kind) {
            case MAILBOX ->
                new Problem(
                        404,
                        "There is no such folder",
                        "This folder is not there. It may have been renamed or deleted from another program.",
                        NOTHING_CHANGED,
                        "Choose another folder.",
                        "/",
                        "Go to the inbox");
            case MESSAGE ->
                new Problem(
                        410,
                        "This message is no longer there",
                        "It was moved or deleted, perhaps from another program or device.",
                        "Nothing else was changed.",
                        "Look for it in the trash or in another folder.",
                        "/",
                        "Go to the inbox");
            case PART ->
                new Problem(
                        404,
                        "There is no such attachment",
                        "The message has no part with this number.",
                        NOTHING_CHANGED,
                        "Open the message and choose from its attachments.",
                        "/",
                        "Go to the inbox");
            case UID_VALIDITY ->
                new Problem(
                        409,
                        "This folder has changed",
                        "The mail server has numbered this folder's messages anew, so what this page pointed to may be another message now.",
                        "Nothing was done, so that no wrong message is touched.",
                        "Open the folder again and choose the message there.",
                        "/",
                        "Go to the inbox");
        };
    }

    private static Problem network(MailFailure.Network.Kind kind) {
        return switch (kind) {
            case UNREACHABLE ->
                again(502, "The mail server cannot be reached", "No connection to the mail server came about.");
            case BROKEN ->
                again(
                        502,
                        "The mail server hung up",
                        "The connection to the mail server ended in the middle of its answer.");
            case TIMED_OUT ->
                again(
                        504,
                        "The mail server does not answer",
                        "The mail server took too long, so Restante stopped waiting.");
            case GARBLED ->
                again(
                        502,
                        "The mail server's answer makes no sense",
                        "The mail server said something that Restante cannot understand.");
        };
    }

    private static Problem refused(MailFailure.Refused.Kind kind) {
        return switch (kind) {
            case UNAVAILABLE ->
                again(
                        503,
                        "The mail server is busy",
                        "The mail server refuses for now: it may be overloaded, or have too many connections of yours.");
            case BUSY ->
                again(
                        503,
                        "Too much at once",
                        "All of your connections to the mail server are in use, and none came free in time.");
            case NOT_PERMITTED ->
                back(403, "You may not do this here", "The mail server does not allow this in this folder.");
            case OVER_QUOTA -> back(507, "Your mailbox is full", "The mail server has no more room for your mail.");
            case OTHER -> back(502, "The mail server refused", "The mail server did not do what was asked.");
        };
    }

    private static Problem again(int status, String title, String happened) {
        return new Problem(status, title, happened, NOTHING_CHANGED, TRY_AGAIN, "/", "Try the inbox");
    }

    private static Problem back(int status, String title, String happened) {
        return new Problem(
                status, title, happened, NOTHING_CHANGED, "Go back, or choose another folder.", "/", "Go to the inbox");
    }
}
