package org.restante.mime.tnef;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.restante.mime.CharacterSets;

/** Windows' numbers of character sets. */
final class CodePages {

    private static final Charset USUAL = CharacterSets.find("windows-1252").orElse(StandardCharsets.ISO_8859_1);

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(874, "x-windows-874"),
            Map.entry(932, "windows-31j"),
            Map.entry(936, "gbk"),
            Map.entry(949, "x-windows-949"),
            Map.entry(950, "big5"),
            Map.entry(1200, "utf-16le"),
            Map.entry(20127, "us-ascii"),
            Map.entry(20866, "koi8-r"),
            Map.entry(21866, "koi8-u"),
            Map.entry(50220, "iso-2022-jp"),
            Map.entry(51949, "euc-kr"),
            Map.entry(54936, "gb18030"),
            Map.entry(65001, "utf-8"));

    /** The {@code \fcharset} of RTF. */
    private static final Map<Integer, Integer> OF_FONTS = Map.ofEntries(
            Map.entry(128, 932),
            Map.entry(129, 949),
            Map.entry(134, 936),
            Map.entry(136, 950),
            Map.entry(161, 1253),
            Map.entry(162, 1254),
            Map.entry(163, 1258),
            Map.entry(177, 1255),
            Map.entry(178, 1256),
            Map.entry(186, 1257),
            Map.entry(204, 1251),
            Map.entry(222, 874),
            Map.entry(238, 1250));

    private CodePages() {}

    /** Returns the character set of that number, or the one of western Europe. */
    static Charset of(int number) {
        boolean iso = number > 28590 && number < 28606;
        String name = NAMES.getOrDefault(number, iso ? "iso-8859-" + (number - 28590) : "windows-" + number);
        return CharacterSets.find(name)
                .or(() -> CharacterSets.find("cp" + number))
                .orElse(USUAL);
    }

    /** Returns the character set of a font, or another where it says nothing. */
    static Charset ofFont(int number, Charset otherwise) {
        Integer codePage = OF_FONTS.get(number);
        return codePage == null ? otherwise : of(codePage);
    }
}
