package org.restante.mime.html;

import java.util.Optional;

/** Writes plain text as HTML with its web and mail addresses as links, in one pass. */
final class Linkifier {

    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_DOMAIN = 255;
    private static final String LOCAL_PART = ".!#$%&'*+/=?^_{|}~-";
    private static final String TRAILING = ".,;:!?'*";
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";
    private static final String ENDS = "<>\"`\u00AB\u00BB\u201C\u201D\u201E\u2039\u203A";

    private final String text;
    private final StringBuilder out;
    private int written;

    private Linkifier(String text, StringBuilder out) {
        this.text = text;
        this.out = out;
    }

    static void append(StringBuilder out, String text) {
        new Linkifier(text, out).run();
    }

    private void run() {
        for (int i = 0; i < text.length(); ) {
            int end =
                    switch (text.charAt(i)) {
                        case 'h', 'H' -> startsWord(i) && (at(i, "http://") || at(i, "https://")) ? url(i, "") : -1;
                        case 'w', 'W' -> startsWord(i) && at(i, "www.") ? url(i, "http://") : -1;
                        case 'm', 'M' -> startsWord(i) && at(i, "mailto:") ? url(i, "") : -1;
                        case '@' -> address(i);
                        default -> -1;
                    };
            i = Math.max(i + 1, end);
        }
        plain(text.length());
    }

    private boolean at(int index, String word) {
        return text.regionMatches(true, index, word, 0, word.length());
    }

    private boolean startsWord(int index) {
        return index == 0
                || !Character.isLetterOrDigit(text.charAt(index - 1)) && "@-_.".indexOf(text.charAt(index - 1)) < 0;
    }

    private void plain(int end) {
        Escaping.append(out, text.substring(written, end));
        written = end;
    }

    private int url(int start, String scheme) {
        int end = urlEnd(start);
        String shown = text.substring(start, end);
        boolean hostNamed = !shown.equalsIgnoreCase("www");
        LinkTarget.of(scheme + shown)
                .filter(target -> hostNamed)
                .ifPresent(target -> link(start, end, target, claimsOther(shown, target)));
        return end;
    }

    /** The bracket or quotation mark around an address, and the stop of its sentence, are not part of it. */
    private int urlEnd(int start) {
        int[] open = new int[OPENING.length()];
        int end = start;
        for (; end < text.length() && isUrlCharacter(text.charAt(end)); end++) {
            int opened = OPENING.indexOf(text.charAt(end));
            int closed = CLOSING.indexOf(text.charAt(end));
            if (opened >= 0) {
                open[opened]++;
            } else if (closed >= 0 && --open[closed] < 0) {
                break;
            }
        }
        while (end > start
                && (TRAILING.indexOf(text.charAt(end - 1)) >= 0 || OPENING.indexOf(text.charAt(end - 1)) >= 0)) {
            end--;
        }
        return end;
    }

    private static boolean isUrlCharacter(char c) {
        boolean ideographicStop =
                c >= 0x3000 && c <= 0x3020 || c >= 0xFF01 && c <= 0xFF0F || c == 0xFF1A || c == 0xFF1B;
        return c > ' '
                && c != 0x7F
                && !Character.isWhitespace(c)
                && !Character.isSpaceChar(c)
                && Character.getType(c) != Character.FORMAT
                && !ideographicStop
                && ENDS.indexOf(c) < 0;
    }

    /** A user name before the host, or letters that look like others, claim another host than the real one. */
    private static boolean claimsOther(String shown, LinkTarget target) {
        int start = Math.max(0, shown.indexOf("//") + 2);
        int end = start;
        while (end < shown.length() && "/?#\\".indexOf(shown.charAt(end)) < 0) {
            end++;
        }
        String authority = shown.substring(Math.min(start, end), end);
        boolean web = target.href().startsWith("http");
        return web && (authority.indexOf('@') >= 0 || !authority.chars().allMatch(c -> c < 128));
    }

    private int address(int at) {
        int start = at;
        int first = Math.max(written, at - LONGEST_LOCAL_PART);
        while (start > first && isLocalPart(text.charAt(start - 1))) {
            start--;
        }
        while (start < at && !Character.isLetterOrDigit(text.charAt(start))) {
            start++;
        }
        int end = domainEnd(at + 1);
        if (start == at || end < 0) {
            return -1;
        }
        int from = start;
        Optional<LinkTarget> target = LinkTarget.of("mailto:" + text.substring(start, end));
        target.ifPresent(to -> link(from, end, to, false));
        return end;
    }

    private static boolean isLocalPart(char c) {
        return Character.isLetterOrDigit(c) || LOCAL_PART.indexOf(c) >= 0;
    }

    /** Returns where a domain of at least two labels ends, or -1 where there is none. */
    private int domainEnd(int start) {
        int end = start;
        int limit = Math.min(text.length(), start + LONGEST_DOMAIN);
        while (end < limit
                && (Character.isLetterOrDigit(text.charAt(end))
                        || text.charAt(end) == '.'
                        || text.charAt(end) == '-')) {
            end++;
        }
        while (end > start && !Character.isLetterOrDigit(text.charAt(end - 1))) {
            end--;
        }
        String domain = text.substring(start, end);
        int dot = domain.lastIndexOf('.');
        boolean named = dot > 0 && domain.length() - dot > 2 && Character.isLetter(domain.charAt(dot + 1));
        return named && !domain.contains("..") ? end : -1;
    }

    private void link(int start, int end, LinkTarget target, boolean showHost) {
        plain(start);
        out.append("<a");
        target.appendAttributes(out);
        out.append('>');
        plain(end);
        out.append("</a>");
        if (showHost) {
            target.appendHost(out);
        }
    }
}
