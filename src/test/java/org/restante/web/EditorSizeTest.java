package org.restante.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What a browser loads to write with formatting. */
class EditorSizeTest {

    private static final int MOST = 170_000;

    /** What follows a message that was sent is other pages'; emoji and signing in again come when they are asked for. */
    private static final List<String> OTHERS = List.of("follow", "watching", "emoji", "sign-in");

    private static final Brand BRAND = new Brand("Restante", Brand.TEAL, null);

    @Test
    void is_small_and_nothing_else_loads_it() throws IOException {
        var assets = new Assets("", BRAND);
        List<String> files = Pattern.compile("/assets/((libraries|compose)/[^\"]+\\.js)")
                .matcher(assets.importMap())
                .results()
                .map(match -> match.group(1))
                .filter(file -> OTHERS.stream().noneMatch(other -> file.startsWith("compose/" + other)))
                .toList();
        assertThat(files).hasSizeGreaterThan(15);

        long size = 0;
        for (String file : files) {
            var packed = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(packed)) {
                gzip.write(assets.find(file).orElseThrow().content());
            }
            size += packed.size();
        }

        assertThat(size).isLessThanOrEqualTo(MOST);
        assertThat(SourceFiles.below(SourceFiles.FRONTEND, ".js"))
                .allSatisfy((path, script) -> assertThat(
                                path.equals("compose/editor.js") || path.equals("compose/schema.js"))
                        .as(path)
                        .isEqualTo(script.contains("from 'prosemirror-")));
    }
}
