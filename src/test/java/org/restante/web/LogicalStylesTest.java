package org.restante.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Styles say start and end, so that pages mirror in languages that are written from the right. */
class LogicalStylesTest {

    private static final Pattern PHYSICAL = Pattern.compile(
            "(?<![\\w-])(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)[\\w-]*|left|right"
                    + "|border-(?:top|bottom)-(?:left|right)-radius)\\s*:"
                    + "|(?:text-align|float|clear|caption-side)\\s*:\\s*(?:left|right)\\b");

    private static final String LENGTH = "((?:[^\\s();]|\\((?:[^()]|\\([^()]*\\))*\\))+)";

    /** Four lengths are those at the top, right, bottom and left. */
    private static final Pattern FOUR = Pattern.compile(
            "(?:margin|padding|inset)\\s*:\\s*" + String.join("\\s+", LENGTH, LENGTH, LENGTH, LENGTH) + "\\s*[;}]");

    /** Where it is the same in every language: nothing yet. */
    private static final Set<String> ALLOWED = Set.of();

    @Test
    void name_no_side() {
        SourceFiles.below(SourceFiles.FRONTEND, ".css").forEach((file, style) -> {
            String plain = style.replaceAll("(?s)/\\*.*?\\*/", "");
            assertThat(PHYSICAL.matcher(plain).results().map(match -> match.group()))
                    .as(file)
                    .allMatch(found -> ALLOWED.contains(file));
        });
    }

    @Test
    void give_right_and_left_the_same_where_all_four_sides_are_given() {
        SourceFiles.below(SourceFiles.FRONTEND, ".css")
                .forEach((file, style) -> assertThat(FOUR.matcher(style).results())
                        .as(file)
                        .allMatch(found -> found.group(2).equals(found.group(4))));
    }
}
