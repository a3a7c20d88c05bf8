package org.restante.message;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.restante.message.search.Operator;
import org.restante.message.search.SearchQuery;
import org.restante.web.Texts;

/**
 * How a part of a query was understood; public, or expressions of its template could not be compiled.
 *
 * @param join what stands before it, such as "or" or "not"; may be empty
 * @param label what it is about; may be empty
 * @param without the address of the search without it
 */
public record SearchChip(String join, String label, String value, String without) {

    private static final Map<Operator, String> LABELS = Map.ofEntries(
            Map.entry(Operator.FROM, "message.field.from"),
            Map.entry(Operator.TO, "message.field.to"),
            Map.entry(Operator.CC, "message.field.cc"),
            Map.entry(Operator.SUBJECT, "compose.subject"),
            Map.entry(Operator.BODY, "search.body"),
            Map.entry(Operator.BEFORE, "search.before"),
            Map.entry(Operator.AFTER, "search.after"),
            Map.entry(Operator.ON, "message.field.date"),
            Map.entry(Operator.OLDER, "search.older"),
            Map.entry(Operator.NEWER, "search.newer"),
            Map.entry(Operator.LARGER, "search.larger"),
            Map.entry(Operator.SMALLER, "search.smaller"),
            Map.entry(Operator.IN, "search.in"));

    static List<SearchChip> of(SearchQuery query, Texts texts) {
        return query.terms().stream()
                .map(term -> {
                    String or = term.alternative() ? texts.get("search.or") : "";
                    String not = term.negated() ? texts.get("search.not") : "";
                    String label = LABELS.get(term.operator());
                    boolean plain = label == null && term.operator() != Operator.WORDS;
                    return new SearchChip(
                            (or + " " + not).strip(),
                            label == null ? "" : texts.get(label),
                            plain ? term.operator().word() + ":" + term.value() : term.value(),
                            "/search?q=" + URLEncoder.encode(term.without(), StandardCharsets.UTF_8));
                })
                .toList();
    }
}
