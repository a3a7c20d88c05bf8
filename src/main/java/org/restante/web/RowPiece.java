package org.restante.web;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.unbescape.html.HtmlEscape;

/** A piece of a {@link RowTemplate}. */
sealed interface RowPiece {

    void write(Scope scope, StringBuilder markup);

    /** What is known while rows are written. */
    record Scope(Map<String, Object> variables, Map<String, String> said, UnaryOperator<String> texts) {

        String text(String key) {
            return said.computeIfAbsent(key, unknown -> escaped(texts.apply(unknown)));
        }
    }

    /** Markup as it stands in the template. */
    record Fixed(String text) implements RowPiece {

        @Override
        public void write(Scope scope, StringBuilder markup) {
            markup.append(text);
        }
    }

    /** A text of the person's language. */
    record Said(String key) implements RowPiece {

        @Override
        public void write(Scope scope, StringBuilder markup) {
            markup.append(scope.text(key));
        }
    }

    /** A component of a record. */
    record Value(String variable, String component, Accessors accessors) implements RowPiece {

        Value(String variable, String component) {
            this(variable, component, new Accessors(component));
        }

        @Nullable
        Object of(Scope scope) {
            Object owner = scope.variables.get(variable);
            try {
                return accessors.get(owner.getClass()).invoke(owner);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(variable + "." + component, e);
            }
        }

        @Override
        public void write(Scope scope, StringBuilder markup) {
            Object value = of(scope);
            if (value != null) {
                markup.append(escaped(value.toString()));
            }
        }
    }

    /** One more class, where there is one. */
    record Style(Value value) implements RowPiece {

        @Override
        public void write(Scope scope, StringBuilder markup) {
            Object style = value.of(scope);
            if (style != null && !style.toString().isEmpty()) {
                markup.append(' ').append(escaped(style.toString()));
            }
        }
    }

    /** What is there only where a value is neither null nor false. */
    record When(Value value, List<RowPiece> pieces) implements RowPiece {

        @Override
        public void write(Scope scope, StringBuilder markup) {
            Object found = value.of(scope);
            if (found != null && !Boolean.FALSE.equals(found)) {
                pieces.forEach(piece -> piece.write(scope, markup));
            }
        }
    }

    /** What is there once for each of several. */
    record Each(String variable, Value values, List<RowPiece> pieces) implements RowPiece {

        @Override
        public void write(Scope scope, StringBuilder markup) {
            if (values.of(scope) instanceof Iterable<?> all) {
                for (Object one : all) {
                    scope.variables.put(variable, one);
                    pieces.forEach(piece -> piece.write(scope, markup));
                }
            }
        }
    }

    /** How to read a component of the records that come by, which need not be public. */
    final class Accessors extends ClassValue<Method> {

        private final String component;

        Accessors(String component) {
            this.component = component;
        }

        @Override
        protected Method computeValue(Class<?> owner) {
            try {
                Method accessor = owner.getDeclaredMethod(component);
                accessor.setAccessible(true);
                return accessor;
            } catch (NoSuchMethodException e) {
                throw new IllegalArgumentException("no " + component + " in " + owner, e);
            }
        }
    }

    private static String escaped(String text) {
        return HtmlEscape.escapeHtml4Xml(text);
    }
}
