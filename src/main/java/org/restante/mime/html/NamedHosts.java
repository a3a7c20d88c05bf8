package org.restante.mime.html;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds out whether the text of a link names a host, and whether it is another than the one the link leads to. */
final class NamedHosts {

    /** Names of files that read like names of hosts, and are no top-level domains. */
    private static final Set<String> FILES = Set.of(
            "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "jpg", "jpeg", "png", "gif", "txt", "csv", "html",
            "htm", "js", "ics", "eml");

    private NamedHosts() {}

    /** Returns whether any host or mail address in the text is of another host than this one. */
    static boolean anyOther(String text, String host) {
        String plain = fold(text);
        int start = -1;
        for (int i = 0; i <= plain.length(); i++) {
            boolean inside = i < plain.length() && isHostCharacter(plain.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                Optional<String> named = host(plain.substring(start, i));
                if (named.isPresent() && !same(named.get(), host)) {
                    return true;
                }
                start = -1;
            }
        }
        return false;
    }

    /** Look-alike dots and letters become plain ones, and what cannot be seen goes. */
    private static String fold(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT && c != 0xAD)
                .map(c -> c == 0x3002 || c == 0xFF61 ? '.' : c)
                .forEach(visible::appendCodePoint);
        return visible.toString();
    }

    private static boolean isHostCharacter(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '.' || c == '_' || Character.isSurrogate(c);
    }

    private static Optional<String> host(String word) {
        String trimmed = trimDots(word);
        int dot = trimmed.lastIndexOf('.');
        String top = trimmed.substring(dot + 1).toLowerCase(Locale.ROOT);
        boolean named = dot > 0
                && top.length() >= 2
                && !FILES.contains(top)
                && top.codePoints().noneMatch(Character::isDigit);
        boolean numbered = trimmed.matches("\\d{1,3}(\\.\\d{1,3}){3}");
        boolean punycode = dot > 0 && top.startsWith("xn--");
        return named || numbered || punycode ? LinkTarget.ascii(trimmed) : Optional.empty();
    }

    private static String trimDots(String word) {
        int start = 0;
        int end = word.length();
        while (start < end && !Character.isLetterOrDigit(word.codePointAt(start))) {
            start++;
        }
        while (end > start && !Character.isLetterOrDigit(word.codePointBefore(end))) {
            end--;
        }
        return word.substring(start, end);
    }

    private static boolean same(String one, String other) {
        return withoutWww(one).equals(withoutWww(other));
    }

    private static String withoutWww(String host) {
        return host.startsWith("www.") ? host.substring(4) : host;
    }
}
