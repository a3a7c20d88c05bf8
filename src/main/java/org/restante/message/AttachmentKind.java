package org.restante.message;

import java.util.Locale;
import java.util.Set;
import org.restante.mime.Attachment;

/** What an attachment is to a person, by its name and its type: where they differ, the more harmful counts. */
enum AttachmentKind {
    PICTURE("picture"),
    TEXT("document"),
    TABLE("table"),
    SOUND("sound"),
    FILM("film"),
    PDF("document"),
    MESSAGE("open"),
    ARCHIVE("archive"),
    DANGEROUS("warning"),
    OTHER("attachment");

    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");
    private static final Set<String> MESSAGES = Set.of("message/rfc822", "message/global");

    /** What browsers play; their files run nothing. */
    static final Set<String> PLAYABLE = Set.of(
            "audio/mpeg",
            "audio/mp4",
            "audio/aac",
            "audio/ogg",
            "audio/wav",
            "audio/x-wav",
            "audio/webm",
            "audio/flac",
            "video/mp4",
            "video/webm",
            "video/ogg",
            "video/quicktime");

    /** Files that run something when they are opened, or that imitate a page to ask for a password. */
    private static final Set<String> HARMFUL = Set.of(
            "ade",
            "adp",
            "apk",
            "app",
            "appx",
            "bas",
            "bat",
            "chm",
            "cmd",
            "com",
            "cpl",
            "dll",
            "dmg",
            "docm",
            "dotm",
            "exe",
            "hlp",
            "hta",
            "htm",
            "html",
            "img",
            "inf",
            "ins",
            "iso",
            "isp",
            "jar",
            "jnlp",
            "js",
            "jse",
            "lnk",
            "mde",
            "mht",
            "mhtml",
            "msc",
            "msi",
            "msp",
            "mst",
            "one",
            "pif",
            "potm",
            "ppam",
            "ppsm",
            "pptm",
            "ps1",
            "psc1",
            "reg",
            "scf",
            "scr",
            "sct",
            "settingcontent-ms",
            "sh",
            "shb",
            "shtml",
            "svg",
            "sys",
            "url",
            "vb",
            "vbe",
            "vbs",
            "vhd",
            "vhdx",
            "vxd",
            "wsc",
            "wsf",
            "wsh",
            "xhtml",
            "xlam",
            "xll",
            "xlsm",
            "xltm");

    private static final Set<String> HARMFUL_TYPES = Set.of(
            "text/html",
            "application/xhtml+xml",
            "image/svg+xml",
            "application/javascript",
            "text/javascript",
            "application/x-msdownload",
            "application/x-msdos-program",
            "application/vnd.microsoft.portable-executable",
            "application/hta",
            "application/x-sh",
            "application/java-archive");

    private static final Set<String> ARCHIVES = Set.of("zip", "7z", "rar", "gz", "tgz", "tar", "bz2", "xz");

    private final String icon;

    AttachmentKind(String icon) {
        this.icon = icon;
    }

    /** Returns the name of its icon. */
    String icon() {
        return icon;
    }

    static AttachmentKind of(Attachment attachment) {
        String type = attachment.type();
        String name = attachment.name().toLowerCase(Locale.ROOT);
        String extension = name.substring(name.lastIndexOf('.') + 1);
        if (HARMFUL.contains(extension) || HARMFUL_TYPES.contains(type)) {
            return DANGEROUS;
        } else if (PICTURES.contains(type)) {
            return PICTURE;
        } else if (PLAYABLE.contains(type)) {
            return type.startsWith("audio/") ? SOUND : FILM;
        } else if (MESSAGES.contains(type)) {
            return MESSAGE;
        } else if (type.equals("application/pdf")) {
            return PDF;
        } else if (type.equals("text/csv") || type.equals("text/tab-separated-values")) {
            return TABLE;
        } else if (type.startsWith("text/")) {
            return TEXT;
        }
        return ARCHIVES.contains(extension) ? ARCHIVE : OTHER;
    }
}
