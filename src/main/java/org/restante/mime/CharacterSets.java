package org.restante.mime;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The character sets that mail names, by the names it uses for them.
 *
 * <p>Where senders commonly name a subset and send its superset (GB2312 for GB18030, ISO-8859-1 for windows-1252, as
 * the WHATWG encoding
 * standard lists them), the superset is taken.
 */
public final class CharacterSets {

    private static final int LONGEST_NAME = 60;

    private static final Map<String, Charset> ALIASES = new HashMap<>();

    static {
        alias(StandardCharsets.UTF_8, "utf8", "utf-8", "unicode", "unicode-1-1-utf-8", "x-utf-8", "cp65001", "utf8mb4");
        alias(new Utf7(), "utf-7", "utf7", "unicode-1-1-utf-7", "x-unicode-2-0-utf-7", "csunicode11utf7");
        alias(
                "windows-1252",
                "iso-8859-1",
                "iso8859-1",
                "iso_8859-1",
                "latin1",
                "latin-1",
                "l1",
                "ansi",
                "cp-1252",
                "1252");
        alias("windows-1252", "windows1252", "win-1252", "x-ansi", "x-cp1252", "iso-8859-1-windows-3.1-latin-1");
        alias("windows-1250", "x-cp1250", "cp-1250", "win-1250");
        alias("windows-1251", "x-cp1251", "cp-1251", "win-1251", "windows1251");
        alias("windows-1254", "iso-8859-9", "iso8859-9", "latin5", "l5");
        alias("windows-874", "iso-8859-11", "tis-620", "tis620", "windows-874", "x-windows-874");
        alias("ISO-8859-8", "iso-8859-8-i", "iso-8859-8-e", "logical", "visual");
        alias("ISO-8859-6", "iso-8859-6-i", "iso-8859-6-e");
        alias("ISO-8859-16", "iso8859-16", "latin10");
        alias(
                "GB18030",
                "gb2312",
                "gbk",
                "x-gbk",
                "gb_2312-80",
                "euc-cn",
                "csgb2312",
                "cp936",
                "ms936",
                "x-euc-cn",
                "chinese");
        alias("GB18030", "gb18030", "gb-2312", "gb2312-80", "windows-936", "hz-gb-2312-8bit");
        alias("Big5-HKSCS", "big5", "x-x-big5", "cn-big5", "csbig5", "cp950", "ms950", "big5-hkscs", "big-5");
        alias(
                "x-windows-949",
                "ks_c_5601-1987",
                "ks_c_5601-1989",
                "ksc5601",
                "ksc_5601",
                "euc-kr",
                "euckr",
                "korean",
                "cp949",
                "uhc");
        alias("x-windows-949", "ks_c_5601", "windows-949", "iso-ir-149", "csksc56011987");
        alias(
                "windows-31j",
                "shift_jis",
                "shift-jis",
                "sjis",
                "x-sjis",
                "ms_kanji",
                "cp932",
                "ms932",
                "windows-932",
                "csshiftjis");
        alias(
                "x-windows-iso2022jp",
                "iso-2022-jp",
                "iso-2022-jp-ms",
                "cp50220",
                "cp50221",
                "csiso2022jp",
                "_iso-2022-jp");
        alias("ISO-2022-JP-2", "iso-2022-jp-1", "iso-2022-jp-3", "iso-2022-jp-2004");
        alias("EUC-JP", "x-euc-jp", "x-euc", "cp51932", "eucjp-ms");
        alias("KOI8-R", "koi8", "koi", "koi8r", "cskoi8r", "koi8-ru-r");
        alias("KOI8-U", "koi8-ru", "koi8u");
        alias("x-MacRoman", "macintosh", "mac", "x-mac-roman", "csmacintosh");
        alias("x-MacCyrillic", "x-mac-cyrillic", "x-mac-ukrainian");
        alias("UTF-16", "utf16", "ucs-2", "iso-10646-ucs-2", "csunicode");
        alias("IBM866", "cp-866", "dos-866");
        alias("IBM437", "cp-437");
        alias("IBM850", "cp-850");
    }

    private CharacterSets() {}

    private static void alias(String charset, String... names) {
        if (Charset.isSupported(charset)) {
            alias(Charset.forName(charset), names);
        }
    }

    private static void alias(Charset charset, String... names) {
        for (String name : names) {
            ALIASES.put(name, charset);
        }
    }

    /** Returns the character set of that name, or empty where the name is missing, unknown, or says only "ASCII". */
    public static Optional<Charset> find(String name) {
        String wanted = strip(name);
        if (wanted.isEmpty() || wanted.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        Charset known = ALIASES.get(wanted);
        return known != null ? Optional.of(known) : installed(wanted);
    }

    private static String strip(String name) {
        return name == null ? "" : name.replaceAll("[\"' \\t;]", "").toLowerCase(Locale.ROOT);
    }

    private static Optional<Charset> installed(String name) {
        try {
            Charset found = Charset.forName(name);
            return found.equals(StandardCharsets.US_ASCII) ? Optional.empty() : Optional.of(found);
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }
}
