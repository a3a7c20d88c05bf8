package org.restante.mailstore;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is left of a subject without the marks of replies and forwarded messages (RFC 5256 §2.1). */
final class BaseSubject {

    private static final int LONGEST = 1000;
    private static final Pattern TRAILER = Pattern.compile("(?i)\\(fwd\\)$");
    private static final Pattern BLOB = Pattern.compile("\\[[^\\[\\]]*\\]\\s*");
    private static final Pattern MARK = Pattern.compile("(?i)(?:re|fwd?)\\s*(?:\\[[^\\[\\]]*\\]\\s*)?:\\s*");

    private String text;
    private boolean reply;

    private BaseSubject(String subject) {
        text = subject.substring(0, Math.min(subject.length(), LONGEST))
                .replaceAll("\\s+", " ")
                .strip();
        while (stripTrailer() | stripLeaders() | unwrap()) {
            text = text.strip();
        }
    }

    /** Returns the base subject. */
    static String of(String subject) {
        return new BaseSubject(subject).text;
    }

    /** Returns whether the subject is that of a reply or of a forwarded message. */
    static boolean isReply(String subject) {
        return new BaseSubject(subject).reply;
    }

    private boolean stripTrailer() {
        Matcher match = TRAILER.matcher(text);
        if (!match.find()) {
            return false;
        }
        reply = true;
        text = text.substring(0, match.start());
        return true;
    }

    private boolean stripLeaders() {
        int at = 0;
        for (int after = afterMark(at); after > at; after = afterMark(at)) {
            at = after;
            reply = true;
        }
        Matcher blob = BLOB.matcher(text).region(at, text.length());
        if (blob.lookingAt() && blob.end() < text.length()) {
            at = blob.end();
        }
        text = text.substring(at);
        return at > 0;
    }

    /** Returns where a mark ends, before which there may be blobs; the same place where there is none. */
    private int afterMark(int at) {
        int here = at;
        Matcher blob = BLOB.matcher(text);
        while (blob.region(here, text.length()).lookingAt()) {
            here = blob.end();
        }
        Matcher mark = MARK.matcher(text).region(here, text.length());
        return mark.lookingAt() ? mark.end() : at;
    }

    private boolean unwrap() {
        if (!text.regionMatches(true, 0, "[fwd:", 0, 5) || !text.endsWith("]")) {
            return false;
        }
        reply = true;
        text = text.substring(5, text.length() - 1);
        return true;
    }
}
