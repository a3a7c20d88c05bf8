package org.restante.message;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.restante.message.search.SearchQuery;
import org.restante.settings.Label;
import org.restante.settings.Preferences;
import org.restante.web.Texts;

/** Reads queries as the person means them: with their labels, in their time zone. */
final class SearchQueries {

    private SearchQueries() {}

    static SearchQuery read(String typed, Preferences preferences, Texts texts) {
        Map<String, String> labels = new HashMap<>();
        for (Label label : preferences.labels(texts).all()) {
            labels.put(label.name().toLowerCase(Locale.ROOT), label.keyword());
        }
        return SearchQuery.of(typed, LocalDate.now(preferences.zone()), labels);
    }
}
