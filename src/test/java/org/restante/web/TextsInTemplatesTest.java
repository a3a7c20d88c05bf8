package org.restante.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** Templates say nothing by themselves: what they hold as an example is replaced by a text of a bundle. */
class TextsInTemplatesTest {

    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
    private static final Set<String> REPLACED_BY = Set.of("th:text", "th:utext", "th:replace", "th:insert");
    private static final Set<String> SPOKEN = Set.of("title", "aria-label", "alt", "placeholder", "data-tip");
    private static final Set<String> NOT_SPOKEN = Set.of("style", "script", "kbd");
    private static final Pattern VALUES = Pattern.compile("[$#@~*]\\{(?:[^{}]|\\{[^{}]*})*}");
    private static final Pattern LITERAL = Pattern.compile("'([^']*)'|\\|([^|]*)\\|");

    /** The product's name as it is where no operator gave it another, and addresses in brackets. */
    private static final Set<String> ALLOWED = Set.of("Restante");

    /** For those who build pages. */
    private static final Set<String> NOT_FOR_PEOPLE = Set.of("web/styleguide.html");

    @Test
    void hold_no_text_of_their_own() {
        List<String> found = new ArrayList<>();
        Map<String, String> templates = SourceFiles.below(SourceFiles.TEMPLATES, ".html");
        templates.keySet().removeAll(NOT_FOR_PEOPLE);
        templates.forEach((file, template) -> {
            Document document = Jsoup.parse(template, "", Parser.xmlParser());
            for (Element element : document.getAllElements()) {
                own(element).forEach(text -> found.add(file + ": <" + element.tagName() + "> " + text));
                spoken(element).forEach(text -> found.add(file + ": <" + element.tagName() + "> attribute " + text));
            }
        });
        assertThat(found).isEmpty();
    }

    private static List<String> own(Element element) {
        if (NOT_SPOKEN.contains(element.tagName()) || isReplaced(element)) {
            return List.of();
        }
        return element.textNodes().stream()
                .map(TextNode::text)
                .map(String::strip)
                .filter(TextsInTemplatesTest::isText)
                .toList();
    }

    private static boolean isReplaced(Element element) {
        return element.attributes().asList().stream().anyMatch(attribute -> REPLACED_BY.contains(attribute.getKey()))
                || element.parent() != null && isReplaced(element.parent());
    }

    private static List<String> spoken(Element element) {
        List<String> found = new ArrayList<>();
        element.attributes().forEach(attribute -> {
            String name = attribute.getKey();
            if (SPOKEN.contains(name) && isText(attribute.getValue())) {
                found.add(name + "=" + attribute.getValue());
            }
            if (name.equals("th:text")
                    || name.startsWith("th:") && SPOKEN.contains(name.substring("th:".length()))
                    || name.equals("th:attr") && attribute.getValue().contains("aria-label")) {
                literals(attribute.getValue())
                        .filter(TextsInTemplatesTest::isText)
                        .forEach(found::add);
            }
        });
        return found;
    }

    private static Stream<String> literals(String expression) {
        return LITERAL.matcher(VALUES.matcher(expression).replaceAll(""))
                .results()
                .map(match -> match.group());
    }

    private static boolean isText(String text) {
        return WORD.matcher(text).find() && !ALLOWED.contains(text);
    }
}
