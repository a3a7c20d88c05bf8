package org.restante.web;

import java.util.HashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import org.thymeleaf.model.IModel;

/**
 * A template for one row of many, made ready once: what never changes is text, what does is a record's component. It is written as for
 * Thymeleaf, and holds no more than this: {@code th:if}, {@code th:each}, {@code th:text}, {@code th:classappend}, {@code th:attr} with one
 * attribute, and {@code th:} before the name of any other; with {@code ${variable.component}}, or in {@code th:text} with {@code #{key}}.
 * All that is filled in is escaped.
 */
final class RowTemplate {

    private final String variable;
    private final List<RowPiece> pieces;
    private volatile int usual = 1 << 10;

    private RowTemplate(String variable, List<RowPiece> pieces) {
        this.variable = variable;
        this.pieces = pieces;
    }

    /**
     * Makes a template ready.
     *
     * @param name such as {@code message/row}; its last word is what a row is called in it
     * @throws IllegalArgumentException where it holds more than it may
     */
    static RowTemplate of(String name, IModel model) {
        return new RowTemplate(name.substring(name.lastIndexOf('/') + 1), new RowTemplateReader(name, model).read());
    }

    /** Returns the markup of these rows; {@code texts} finds those that the template names. */
    String write(Iterable<?> rows, UnaryOperator<String> texts) {
        StringBuilder markup = new StringBuilder(usual);
        var scope = new RowPiece.Scope(new HashMap<>(), new HashMap<>(), texts);
        for (Object row : rows) {
            scope.variables().put(variable, row);
            pieces.forEach(piece -> piece.write(scope, markup));
        }
        usual = markup.length() + markup.length() / 8;
        return markup.toString();
    }
}
