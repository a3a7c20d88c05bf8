package org.restante.message.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.restante.mailstore.Criterion;

/**
 * A query as people type it, and how it is understood.
 *
 * @param typed as it was typed
 * @param terms in the order in which they were typed; none where there is a mistake
 * @param mistake why it cannot be understood
 */
public record SearchQuery(String typed, List<SearchTerm> terms, Optional<Mistake> mistake) {

    /**
     * What cannot be understood.
     *
     * @param text the name of the text that says so
     * @param word what it is about; may be empty
     */
    public record Mistake(String text, String word) {}

    /**
     * Reads a query.
     *
     * @param today what a day such as {@code older:7d} is counted from
     * @param labels the keywords of the person's labels, by their names in lower case
     */
    public static SearchQuery of(String typed, LocalDate today, Map<String, String> labels) {
        try {
            return new SearchQuery(
                    typed, new QueryReader(typed, new TermValues(today, labels)).read(), Optional.empty());
        } catch (MistakeException e) {
            return new SearchQuery(typed, List.of(), Optional.of(e.mistake()));
        }
    }

    /** Returns the same query, which cannot be understood after all. */
    public SearchQuery withMistake(String text, String word) {
        return new SearchQuery(typed, List.of(), Optional.of(new Mistake(text, word)));
    }

    /** Returns whether it asks for nothing. */
    public boolean isEmpty() {
        return terms.isEmpty();
    }

    /** Returns where to search, as it was typed; empty where that is not said. */
    public Optional<String> scope() {
        return terms.stream()
                .filter(term -> term.operator() == Operator.IN)
                .map(SearchTerm::value)
                .findFirst();
    }

    /** Returns what messages have to be; OR binds its two sides before all the rest. */
    public Criterion criterion() {
        List<Criterion> all = new ArrayList<>();
        List<Criterion> any = new ArrayList<>();
        for (SearchTerm term : terms) {
            if (term.operator() == Operator.IN) {
                continue;
            }
            if (!term.alternative()) {
                close(any, all);
            }
            any.add(term.criterion());
        }
        close(any, all);
        return all.size() == 1 ? all.get(0) : new Criterion.AllOf(List.copyOf(all));
    }

    private static void close(List<Criterion> any, List<Criterion> all) {
        if (!any.isEmpty()) {
            all.add(any.size() == 1 ? any.get(0) : new Criterion.AnyOf(List.copyOf(any)));
            any.clear();
        }
    }
}
