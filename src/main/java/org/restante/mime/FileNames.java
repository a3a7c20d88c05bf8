package org.restante.mime;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** File names that are safe to offer for a download, on any system. */
public final class FileNames {

    /** Most file systems take 255 octets; browsers append their own marks. */
    private static final int LONGEST = 200;

    private static final int LONGEST_EXTENSION = 16;
    private static final int LONGEST_SHOWN = 250;
    private static final String REFUSED = "\"*/:<>?\\|%;";
    private static final Set<String> DEVICES =
            Set.of("con", "prn", "aux", "nul", "conin$", "conout$", "clock$", "desktop.ini");
    private static final Map<String, String> EXTENSIONS = Map.ofEntries(
            Map.entry("text/plain", "txt"),
            Map.entry("text/html", "html"),
            Map.entry("text/calendar", "ics"),
            Map.entry("text/vcard", "vcf"),
            Map.entry("text/x-vcard", "vcf"),
            Map.entry("text/csv", "csv"),
            Map.entry("image/jpeg", "jpg"),
            Map.entry("image/jpg", "jpg"),
            Map.entry("image/png", "png"),
            Map.entry("image/gif", "gif"),
            Map.entry("image/webp", "webp"),
            Map.entry("image/svg+xml", "svg"),
            Map.entry("image/tiff", "tiff"),
            Map.entry("audio/mpeg", "mp3"),
            Map.entry("audio/wav", "wav"),
            Map.entry("video/mp4", "mp4"),
            Map.entry("application/pdf", "pdf"),
            Map.entry("application/zip", "zip"),
            Map.entry("application/gzip", "gz"),
            Map.entry("application/json", "json"),
            Map.entry("application/xml", "xml"),
            Map.entry("application/rtf", "rtf"),
            Map.entry("application/msword", "doc"),
            Map.entry("application/vnd.ms-excel", "xls"),
            Map.entry("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
            Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
            Map.entry("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
            Map.entry("application/pkcs7-signature", "p7s"),
            Map.entry("application/x-pkcs7-signature", "p7s"),
            Map.entry("application/pgp-signature", "asc"),
            Map.entry("application/ms-tnef", "dat"),
            Map.entry("message/rfc822", "eml"),
            Map.entry("message/delivery-status", "txt"));

    private FileNames() {}

    /** Returns a safe name for a file whose type is not known; see {@link #safe(String, String)}. */
    public static String safe(String name) {
        return safe(name, "");
    }

    /**
     * Returns a name made of the last step of the given path, without control, bidi and reserved characters, not a
     * device of Windows, not hidden, at
     * most 200 octets of UTF-8 with its extension kept; {@code attachment} and an extension for the media type where
     * nothing is left.
     */
    public static String safe(String name, String type) {
        String cleaned = trim(replaceRefused(lastStep(SafeText.oneLine(name == null ? "" : name))));
        if (cleaned.chars().noneMatch(Character::isLetterOrDigit)) {
            return fallback(type);
        }
        return shorten(isDevice(cleaned) ? "_" + cleaned : cleaned);
    }

    /**
     * Returns a name to read, not to save under: as the sender wrote it, without what cannot be seen, and cut where it is very long.
     *
     * @param safe what stands for a name of which nothing is left
     */
    static String shown(String name, String safe) {
        StringBuilder visible = new StringBuilder();
        SafeText.oneLine(name)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT || c == 0x200C || c == 0x200D)
                .limit(LONGEST_SHOWN)
                .forEach(visible::appendCodePoint);
        String shown = visible.toString().strip();
        return shown.isEmpty() ? safe : shown;
    }

    private static String fallback(String type) {
        String extension = EXTENSIONS.getOrDefault(type == null ? "" : type.toLowerCase(Locale.ROOT), "bin");
        return "attachment." + extension;
    }

    private static String lastStep(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static String replaceRefused(String name) {
        StringBuilder replaced = new StringBuilder(name.length());
        name.codePoints().forEach(c -> replaced.appendCodePoint(REFUSED.indexOf(c) >= 0 || isInvisible(c) ? '_' : c));
        return replaced.toString();
    }

    /** The names of fractions and of the full-width letters of a path too, which some systems fold to ASCII. */
    private static boolean isInvisible(int c) {
        return Character.getType(c) == Character.FORMAT && c != 0x200C && c != 0x200D
                || c == 0x2044
                || c == 0x2215
                || c == 0xFF0F
                || c == 0xFF3C
                || c == 0x29F5
                || c == 0x2024;
    }

    private static String trim(String name) {
        int start = 0;
        int end = name.length();
        while (start < end && (name.charAt(start) == '.' || Character.isWhitespace(name.charAt(start)))) {
            start++;
        }
        while (end > start && (name.charAt(end - 1) == '.' || Character.isWhitespace(name.charAt(end - 1)))) {
            end--;
        }
        return name.substring(start, end);
    }

    private static boolean isDevice(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        int dot = lower.indexOf('.');
        String stem = (dot < 0 ? lower : lower.substring(0, dot)).strip();
        boolean port = stem.length() == 4
                && (stem.startsWith("com") || stem.startsWith("lpt"))
                && "0123456789\u00B9\u00B2\u00B3".indexOf(stem.charAt(3)) >= 0;
        return port || DEVICES.contains(stem) || DEVICES.contains(lower);
    }

    private static String shorten(String name) {
        if (name.getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= LONGEST_EXTENSION ? name.substring(dot) : "";
        int room = LONGEST - extension.getBytes(StandardCharsets.UTF_8).length;
        StringBuilder stem = new StringBuilder();
        int octets = 0;
        for (int i = 0; i < name.length() - extension.length(); ) {
            int c = name.codePointAt(i);
            octets += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            if (octets > room) {
                break;
            }
            stem.appendCodePoint(c);
            i += Character.charCount(c);
        }
        return stem.toString().strip() + extension;
    }
}
