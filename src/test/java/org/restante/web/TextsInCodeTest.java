package org.restante.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people read stands in the bundles: the code of pages and scripts holds no sentence. */
class TextsInCodeTest {

    /** Begins like a sentence, or goes on like one. */
    private static final String WORDS =
            "(?:\\p{Lu}\\p{L}*(?: \\p{L}+)+|[^\"'`{}<>=]*(?:\\p{L}{2,}[,.:]? ){3,}\\p{L}{2,})";

    private static final Pattern IN_JAVA = Pattern.compile("\"" + WORDS + "[^\"]*\"");
    private static final Pattern IN_SCRIPT = Pattern.compile("(['\"`])" + WORDS + ".*?\\1");

    private static final Pattern LOGGED = Pattern.compile("(?i)(?:\\blog|getLogger\\(\\))\\.\\w+\\([^;]*;");

    /** Lines that speak to operators and programmers. */
    private static final Pattern NOT_FOR_PEOPLE = Pattern.compile(
            "(?i)exception\\(|@Query|@Value|Failure\\.|Error\\(|super\\(|keys\\(|keys\\.|select |update |delete |insert ");

    /** Of these, people see no word. */
    private static final Set<String> WITHOUT_PAGES = Set.of("mailstore", "mime", "account", "content", "submission");

    /** Header fields, policies and names of keys; a product's name; SQL. */
    private static final Set<String> ALLOWED = Set.of(
            "collect/CollectionTable.java",
            "security/SecurityHeaders.java",
            "security/Bucket.java",
            "security/SignInThrottle.java",
            "security/CsrfBinding.java",
            "message/BodyHeaders.java",
            "message/PartHeaders.java",
            "login/BrowserName.java",
            "login/SignInForm.java");

    @Test
    void view_code_holds_no_sentence() {
        assertThat(sentences(SourceFiles.JAVA, ".java", IN_JAVA)
                        .filter(found -> !WITHOUT_PAGES.contains(found.split("/")[0])))
                .isEmpty();
    }

    @Test
    void scripts_hold_no_sentence() {
        assertThat(sentences(SourceFiles.FRONTEND, ".js", IN_SCRIPT)).isEmpty();
    }

    private static Stream<String> sentences(Path folder, String ending, Pattern sentence) {
        return SourceFiles.below(folder, ending).entrySet().stream()
                .filter(file -> !ALLOWED.contains(file.getKey()))
                .flatMap(file -> in(file.getValue(), sentence).stream().map(found -> file.getKey() + ": " + found));
    }

    private static List<String> in(String program, Pattern sentence) {
        return LOGGED.matcher(SourceFiles.withoutComments(program))
                .replaceAll("")
                .lines()
                .filter(line -> !NOT_FOR_PEOPLE.matcher(line).find())
                .flatMap(line -> sentence.matcher(line).results().map(match -> match.group()))
                .toList();
    }
}
