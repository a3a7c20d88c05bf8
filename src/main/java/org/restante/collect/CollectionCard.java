package org.restante.collect;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.restante.web.Dates;
import org.restante.web.Texts;

/**
 * What the page shows of an account.
 *
 * @param key what ids of its fields begin with
 * @param report how it went the last time
 * @param problem what is to be done; null: nothing
 * @param skipped what was left there; empty: nothing
 */
public record CollectionCard(
        String key,
        CollectionForm form,
        Map<String, String> errors,
        String report,
        @Nullable String problem,
        List<String> skipped) {

    static CollectionCard of(
            Collection collection, CollectionForm form, Map<String, String> errors, Texts texts, Dates dates) {
        return new CollectionCard(
                "c" + collection.id().substring(0, 8),
                form,
                errors,
                collection
                        .ranAt()
                        .map(at -> texts.get("collect.report", dates.full(at), collection.fetched()))
                        .orElseGet(() -> texts.get("collect.waiting")),
                collection.problem() == null ? null : texts.get("collect.problem." + collection.problem()),
                collection.skipped().isEmpty()
                        ? List.of()
                        : collection.skipped().lines().toList());
    }

    static CollectionCard empty(CollectionForm form, Map<String, String> errors) {
        return new CollectionCard("new", form, errors, "", null, List.of());
    }
}
