package org.restante.message.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.mailstore.Criterion;
import org.restante.mailstore.Criterion.AllOf;
import org.restante.mailstore.Criterion.AnyOf;
import org.restante.mailstore.Criterion.Bears;
import org.restante.mailstore.Criterion.Contains;
import org.restante.mailstore.Criterion.Field;
import org.restante.mailstore.Criterion.Larger;
import org.restante.mailstore.Criterion.Not;
import org.restante.mailstore.Criterion.SentBefore;
import org.restante.mailstore.Criterion.SentSince;
import org.restante.mailstore.Criterion.Smaller;
import org.restante.mailstore.Flag;

class SearchQueryTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static SearchQuery query(String typed) {
        return SearchQuery.of(typed, TODAY, Map.of("to do", "$label4"));
    }

    private static Criterion understood(String typed) {
        SearchQuery query = query(typed);
        assertThat(query.mistake()).as(typed).isEmpty();
        return query.criterion();
    }

    @Test
    void words_may_stand_anywhere_and_all_have_to() {
        AllOf all = (AllOf) understood("  anna \t\"q3  report\" ");

        assertThat(all.criteria()).hasSize(2);
        assertThat(((AnyOf) all.criteria().get(0)).criteria())
                .hasSize(5)
                .contains(new Contains(Field.FROM, "anna"), new Contains(Field.BODY, "anna"));
        assertThat(all.criteria().get(1).leaves()).contains(new Contains(Field.SUBJECT, "q3 report"));
    }

    @Test
    void operators_say_where_and_may_be_written_in_any_case_and_with_a_space() {
        assertThat(understood("from:anna")).isEqualTo(new Contains(Field.FROM, "anna"));
        assertThat(understood("SUBJECT:\"q3 report\"")).isEqualTo(new Contains(Field.SUBJECT, "q3 report"));
        assertThat(understood("to: bob")).isEqualTo(new Contains(Field.TO, "bob"));
        assertThat(understood("cc:“Anna B”")).isEqualTo(new Contains(Field.CC, "Anna B"));
        assertThat(understood("has:attachment is:unread body:x"))
                .isEqualTo(new AllOf(List.of(
                        new Criterion.HasAttachment(), new Not(new Bears(Flag.SEEN)), new Contains(Field.BODY, "x"))));
        assertThat(understood("label:\"To do\"")).isEqualTo(new Bears(new Flag("$label4")));
        assertThat(understood("label:$Later")).isEqualTo(new Bears(new Flag("$later")));
    }

    @Test
    void what_is_no_operator_is_a_word() {
        for (String word :
                List.of("http://example.org", "10:30", "Re:", "a:b", "(", "{5}", "x-y", "-", "or", "&AOk-")) {
            assertThat(query(word).terms())
                    .as(word)
                    .extracting(SearchTerm::operator, SearchTerm::value)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(Operator.WORDS, word));
        }
    }

    @Test
    void a_minus_negates_and_or_binds_its_two_sides() {
        assertThat(understood("-from:anna")).isEqualTo(new Not(new Contains(Field.FROM, "anna")));
        assertThat(understood("from:a OR from:b OR -to:c is:read"))
                .isEqualTo(new AllOf(List.of(
                        new AnyOf(List.of(
                                new Contains(Field.FROM, "a"),
                                new Contains(Field.FROM, "b"),
                                new Not(new Contains(Field.TO, "c")))),
                        new Bears(Flag.SEEN))));
    }

    @Test
    void days_may_be_months_and_years_too() {
        assertThat(understood("before:2026-03")).isEqualTo(new SentBefore(LocalDate.of(2026, 3, 1)));
        assertThat(understood("after:2026/3/9")).isEqualTo(new SentSince(LocalDate.of(2026, 3, 9)));
        assertThat(understood("on:2025"))
                .isEqualTo(new AllOf(
                        List.of(new SentSince(LocalDate.of(2025, 1, 1)), new SentBefore(LocalDate.of(2026, 1, 1)))));
        assertThat(understood("on:yesterday"))
                .isEqualTo(new AllOf(List.of(new SentSince(TODAY.minusDays(1)), new SentBefore(TODAY))));
        assertThat(understood("older:7d")).isEqualTo(new SentBefore(LocalDate.of(2026, 11, 17)));
        assertThat(understood("newer:2m")).isEqualTo(new SentSince(LocalDate.of(2026, 9, 24)));
    }

    @Test
    void sizes_have_units() {
        assertThat(understood("larger:2M")).isEqualTo(new Larger(2_000_000));
        assertThat(understood("larger:1.5kb")).isEqualTo(new Larger(1500));
        assertThat(understood("smaller:100")).isEqualTo(new Smaller(100));
        assertThat(understood("larger:900000000g")).isEqualTo(new Larger(0xFFFF_FFFFL));
    }

    @Test
    void the_scope_is_no_criterion() {
        SearchQuery query = query("in:anywhere from:anna");

        assertThat(query.scope()).contains("anywhere");
        assertThat(query.criterion()).isEqualTo(new Contains(Field.FROM, "anna"));
        assertThat(query("in:\"Sent items\" x").scope()).contains("Sent items");
        assertThat(query("x").scope()).isEmpty();
        assertThat(understood("in:sent")).isEqualTo(new AllOf(List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "before:soon, date, soon",
        "after:2026-13, date, 2026-13",
        "on:2026-02-30, date, 2026-02-30",
        "older:week, age, week",
        "larger:big, size, big",
        "smaller:-1, size, -1",
        "has:fun, choice, has:fun",
        "is:nice, choice, is:nice",
        "label:a{b, choice, label:a{b",
        "x from:, value, from:",
        "from: to:b, value, from:",
        "\"\", value, \"\"",
        "OR b, or, ''",
        "a OR, or, ''",
        "a OR OR b, or, ''",
        "'\"abc', quote, ''",
        "'from:\"abc', quote, ''",
        "-in:sent x, scope, ''",
        "in:a in:b, scope, ''",
        "in:a OR b, scope, ''"
    })
    void what_cannot_be_understood_is_named_and_kept(String typed, String text, String word) {
        SearchQuery query = query(typed);

        assertThat(query.mistake()).contains(new SearchQuery.Mistake("search.mistake." + text, word));
        assertThat(query.typed()).isEqualTo(typed);
    }

    @Test
    void takes_no_more_than_a_query_may_hold() {
        assertThat(query("a ".repeat(600)).mistake()).isPresent();
        assertThat(query("a ".repeat(60)).mistake()).isPresent();
        assertThat(query("a".repeat(1000)).mistake()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\r\nA2 DELETE INBOX", "{5+}\r\nA2 LOGOUT", "\"\r\nA2 EXPUNGE\"", "a\0b", "x\u2028y"})
    void no_line_break_is_left_in_what_is_looked_for(String typed) {
        understood(typed)
                .leaves()
                .forEach(leaf -> assertThat(((Contains) leaf).text()).doesNotContain("\r", "\n", "\0", "\u2028"));
    }

    @Test
    void a_term_can_be_taken_out() {
        assertThat(query("a from:b  c").terms())
                .extracting(SearchTerm::without)
                .containsExactly("from:b  c", "a c", "a from:b");
        assertThat(query("a OR b c").terms()).extracting(SearchTerm::without).containsExactly("b c", "a c", "a OR b");
    }

    @Test
    void nothing_is_asked_for_by_nothing() {
        assertThat(query(" ").isEmpty()).isTrue();
        assertThat(query(" ").mistake()).isEmpty();
    }
}
