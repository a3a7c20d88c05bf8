package org.restante.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.StaticMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.FileTemplateResolver;

class RowTemplateTest {

    private static final Row ANNA = new Row("Anna", "", false, List.of());

    @TempDir
    private Path templates;

    /** Public for the sake of {@link #it_writes_what_thymeleaf_writes()}. */
    public record Mark(String label) {}

    /** Public likewise. */
    public record Row(String who, String style, boolean unread, List<Mark> marks) {}

    private String written(String template, Row... rows) throws IOException {
        Files.writeString(templates.resolve("row.html"), template);
        return processed("<th:block fast:rows=\"row : ${rows}\"></th:block>", rows);
    }

    private String processed(String page, Row... rows) throws IOException {
        Files.writeString(templates.resolve("page.html"), page);
        var resolver = new FileTemplateResolver();
        resolver.setPrefix(templates + "/");
        resolver.setSuffix(".html");
        var messages = new StaticMessageSource();
        messages.addMessage("new", Locale.ENGLISH, "New & unread");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        engine.setTemplateEngineMessageSource(messages);
        engine.addDialect(new FastRows());
        return engine.process("page", new Context(Locale.ENGLISH, Map.of("rows", List.of(rows))));
    }

    @Test
    void each_row_is_written_with_what_it_holds() throws IOException {
        String template = "<li class=\"row\" th:data-who=\"${row.who}\"><b th:text=\"${row.who}\">Somebody</b></li>";

        assertThat(written(template, ANNA, new Row("Ben", "", false, List.of())))
                .isEqualTo("<li class=\"row\" data-who=\"Anna\"><b>Anna</b></li>"
                        + "<li class=\"row\" data-who=\"Ben\"><b>Ben</b></li>");
    }

    @Test
    void what_people_wrote_stays_text() throws IOException {
        String hostile = "\"><script>'&[[${7*7}]]";
        String template = "<a th:title=\"${row.who}\" th:text=\"${row.who}\">x</a>";
        String escaped = "&quot;&gt;&lt;script&gt;&#39;&amp;[[${7*7}]]";

        assertThat(written(template, new Row(hostile, "", false, List.of())))
                .isEqualTo("<a title=\"" + escaped + "\">" + escaped + "</a>");
    }

    @Test
    void classes_are_added_where_there_are_any() throws IOException {
        String template = "<p class=\"a\" th:classappend=\"${row.style}\"></p>";

        assertThat(written(template, ANNA, new Row("", "b", false, List.of())))
                .isEqualTo("<p class=\"a\"></p><p class=\"a b\"></p>");
    }

    @Test
    void parts_are_left_out_or_repeated() throws IOException {
        String template = "<th:block th:if=\"${row.unread}\"><i th:text=\"#{new}\">n</i><br></th:block>"
                + "<u th:each=\"mark : ${row.marks}\" th:text=\"${mark.label}\">m</u>";

        assertThat(written(template, ANNA, new Row("", "", true, List.of(new Mark("1"), new Mark("2")))))
                .isEqualTo("<i>New &amp; unread</i><br><u>1</u><u>2</u>");
    }

    @Test
    void a_template_that_asks_for_more_is_refused() {
        assertThatThrownBy(() -> written("<p th:text=\"${row.who + 1}\"></p>", ANNA))
                .hasRootCauseInstanceOf(IllegalArgumentException.class)
                .hasStackTraceContaining("row.html: ${row.who + 1} is more than fast:rows can do");
    }

    @Test
    void it_writes_what_thymeleaf_writes() throws IOException {
        String template = """
                <li class="row" th:classappend="${row.style}" th:data-who="${row.who}"><input type="checkbox" th:value="${row.who}"><!--/*
                */--><a th:attr="href=${row.who}">&nbsp;<b th:if="${row.unread}" th:text="#{new}">New</b> <i th:text="${row.who}">Anna</i></a><!--/*
                */--><th:block th:each="mark : ${row.marks}"><svg aria-hidden="true"><use th:attr="href=${mark.label}"></use></svg></th:block></li>
                """;
        Row[] rows = {ANNA, new Row("O'Neil <&> \"x\"", "bold", true, List.of(new Mark("a&b"), new Mark("c")))};

        assertThat(written(template, rows))
                .isEqualTo(processed("<th:block th:each=\"row : ${rows}\">" + template + "</th:block>", rows));
    }
}
