package org.restante.message.search;

import org.restante.mailstore.Criterion;

/**
 * One thing that a query asks for.
 *
 * @param value what was typed behind the colon, without quotation marks
 * @param negated whether what is such is not wanted
 * @param alternative whether it is enough that either this or the term before it is so
 * @param without the query without this term
 */
public record SearchTerm(
        Operator operator, String value, boolean negated, boolean alternative, Criterion plain, String without) {

    /** Returns what a message has to be. */
    Criterion criterion() {
        return negated ? new Criterion.Not(plain) : plain;
    }
}
