package org.restante.message.search;

import org.restante.message.search.SearchQuery.Mistake;

/** Something in a query cannot be understood. */
final class MistakeException extends RuntimeException {

    private final transient Mistake mistake;

    MistakeException(String text, String word) {
        super(text);
        mistake = new Mistake("search.mistake." + text, word);
    }

    Mistake mistake() {
        return mistake;
    }
}
