package org.restante.message.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a query term by term. Takes time in proportion to its length. */
final class QueryReader {

    private static final int LONGEST = 1000;
    private static final int MOST_TERMS = 50;
    private static final int LONGEST_OPERATOR = 10;

    private final String text;
    private final TermValues values;
    private int at;

    QueryReader(String typed, TermValues values) {
        if (typed.length() > LONGEST) {
            throw new MistakeException("long", "");
        }
        text = typed.replaceAll("[\\p{Cc}\\u2028\\u2029]", " ").replaceAll("[\\u201C-\\u201F]", "\"");
        this.values = values;
    }

    List<SearchTerm> read() {
        List<SearchTerm> terms = new ArrayList<>();
        boolean alternative = false;
        for (skipSpaces(); at < text.length(); skipSpaces()) {
            int start = at;
            if (isOr()) {
                if (alternative || terms.isEmpty()) {
                    throw new MistakeException("or", "");
                }
                alternative = true;
                at += 2;
            } else {
                terms.add(term(start, alternative));
                alternative = false;
            }
        }
        if (alternative) {
            throw new MistakeException("or", "");
        }
        check(terms);
        return List.copyOf(terms);
    }

    private static void check(List<SearchTerm> terms) {
        if (terms.size() > MOST_TERMS) {
            throw new MistakeException("long", "");
        }
        long scopes =
                terms.stream().filter(term -> term.operator() == Operator.IN).count();
        for (int i = 0; i < terms.size(); i++) {
            boolean beforeOr = i + 1 < terms.size() && terms.get(i + 1).alternative();
            boolean simple = !terms.get(i).negated() && !terms.get(i).alternative() && !beforeOr && scopes == 1;
            if (terms.get(i).operator() == Operator.IN && !simple) {
                throw new MistakeException("scope", "");
            }
        }
    }

    private boolean isOr() {
        return text.startsWith("OR", at) && (at + 2 == text.length() || isSpace(at + 2));
    }

    private SearchTerm term(int start, boolean alternative) {
        boolean negated = text.charAt(at) == '-' && at + 1 < text.length() && !isSpace(at + 1);
        at += negated ? 1 : 0;
        Optional<Operator> operator = operator();
        operator.ifPresent(found -> at += found.word().length() + 1);
        String value = value(operator.isPresent());
        if (value.isBlank()) {
            throw new MistakeException("value", text.substring(start, at).strip());
        }
        Operator kind = operator.orElse(Operator.WORDS);
        return new SearchTerm(
                kind, value, negated, alternative, values.criterion(kind, value), without(start, alternative));
    }

    private Optional<Operator> operator() {
        int colon = text.indexOf(':', at);
        return colon < 0 || colon - at > LONGEST_OPERATOR ? Optional.empty() : Operator.of(text.substring(at, colon));
    }

    /** Behind a colon there may be a space: many write so. */
    private String value(boolean behindColon) {
        if (behindColon) {
            int here = at;
            skipSpaces();
            if (at < text.length() && (operator().isPresent() || isOr())) {
                at = here;
            }
        }
        if (at < text.length() && text.charAt(at) == '"') {
            int end = text.indexOf('"', at + 1);
            if (end < 0) {
                throw new MistakeException("quote", "");
            }
            String phrase = text.substring(at + 1, end).strip().replaceAll("\\s+", " ");
            at = end + 1;
            return phrase;
        }
        int start = at;
        while (at < text.length() && !isSpace(at)) {
            at++;
        }
        return text.substring(start, at);
    }

    private String without(int start, boolean alternative) {
        String before = text.substring(0, start).stripTrailing();
        String after = text.substring(at).strip();
        if (alternative && before.endsWith("OR")) {
            before = before.substring(0, before.length() - 2);
        } else if (after.startsWith("OR ")) {
            after = after.substring(3);
        }
        return (before.strip() + " " + after.strip()).strip();
    }

    private void skipSpaces() {
        while (at < text.length() && isSpace(at)) {
            at++;
        }
    }

    private boolean isSpace(int index) {
        return Character.isWhitespace(text.charAt(index)) || Character.isSpaceChar(text.charAt(index));
    }
}
