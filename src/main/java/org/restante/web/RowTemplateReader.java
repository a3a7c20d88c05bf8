package org.restante.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.model.IAttribute;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IModel;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.model.ITemplateEnd;
import org.thymeleaf.model.ITemplateEvent;
import org.thymeleaf.model.ITemplateStart;

/** Reads a template into the pieces of a {@link RowTemplate}. */
final class RowTemplateReader {

    private static final Pattern VALUE = Pattern.compile("\\$\\{(\\w+)\\.(\\w+)}");
    private static final Pattern TEXT = Pattern.compile("#\\{([\\w.]+)}");
    private static final Pattern EACH = Pattern.compile("(\\w+) : (.+)");
    private static final Pattern NAMED = Pattern.compile("([\\w-]+)=(.+)");
    private static final String BLOCK = "th:block";
    private static final String APPENDED = "th:classappend";

    private final String name;
    private final IModel model;
    private int at;

    RowTemplateReader(String name, IModel model) {
        this.name = name;
        this.model = model;
    }

    List<RowPiece> read() {
        List<RowPiece> pieces = new ArrayList<>();
        while (at < model.size()) {
            ITemplateEvent event = model.get(at++);
            if (event instanceof IProcessableElementTag tag) {
                element(tag).forEach(piece -> add(piece, pieces));
            } else if (event instanceof ICloseElementTag) {
                return pieces;
            } else if (!(event instanceof ITemplateStart || event instanceof ITemplateEnd)) {
                add(new RowPiece.Fixed(event.toString()), pieces);
            }
        }
        return pieces;
    }

    private static void add(RowPiece piece, List<RowPiece> pieces) {
        int last = pieces.size() - 1;
        if (piece instanceof RowPiece.Fixed next && last >= 0 && pieces.get(last) instanceof RowPiece.Fixed before) {
            pieces.set(last, new RowPiece.Fixed(before.text() + next.text()));
        } else {
            pieces.add(piece);
        }
    }

    private List<RowPiece> element(IProcessableElementTag tag) {
        String element = tag.getElementCompleteName();
        boolean block = element.equals(BLOCK);
        List<RowPiece> pieces = new ArrayList<>();
        if (!block) {
            pieces.add(new RowPiece.Fixed("<" + element));
            attributes(tag, pieces);
            add(new RowPiece.Fixed(">"), pieces);
        }
        if (tag instanceof IOpenElementTag) {
            List<RowPiece> body = read();
            String text = tag.getAttributeValue("th:text");
            (text == null ? body : List.of(text(text))).forEach(piece -> add(piece, pieces));
            if (!block) {
                add(new RowPiece.Fixed("</" + element + ">"), pieces);
            }
        }
        return conditional(tag, pieces);
    }

    private List<RowPiece> conditional(IProcessableElementTag tag, List<RowPiece> pieces) {
        if (tag.hasAttribute("th:each")) {
            Matcher each = matching(EACH, tag.getAttributeValue("th:each"));
            return List.of(new RowPiece.Each(each.group(1), value(each.group(2)), pieces));
        }
        return tag.hasAttribute("th:if")
                ? List.of(new RowPiece.When(value(tag.getAttributeValue("th:if")), pieces))
                : pieces;
    }

    private void attributes(IProcessableElementTag tag, List<RowPiece> pieces) {
        for (IAttribute attribute : tag.getAllAttributes()) {
            String full = attribute.getAttributeCompleteName();
            switch (full) {
                case "th:if", "th:each", "th:text", APPENDED -> {}
                case "th:attr" -> {
                    Matcher named = matching(NAMED, attribute.getValue());
                    attribute(named.group(1), value(named.group(2)), null, pieces);
                }
                case "class" -> attribute(full, fixed(attribute), tag.getAttributeValue(APPENDED), pieces);
                default -> {
                    boolean filled = full.startsWith("th:");
                    attribute(
                            filled ? full.substring("th:".length()) : full,
                            filled ? value(attribute.getValue()) : fixed(attribute),
                            null,
                            pieces);
                }
            }
        }
    }

    private void attribute(
            String attribute, @Nullable RowPiece value, @Nullable String appended, List<RowPiece> pieces) {
        if (value == null) {
            add(new RowPiece.Fixed(" " + attribute), pieces);
            return;
        }
        add(new RowPiece.Fixed(" " + attribute + "=\""), pieces);
        add(value, pieces);
        if (appended != null) {
            pieces.add(new RowPiece.Style(value(appended)));
        }
        add(new RowPiece.Fixed("\""), pieces);
    }

    /** As it is written, references to characters included; null for an attribute without a value. */
    @Nullable
    private static RowPiece fixed(IAttribute attribute) {
        return attribute.getValue() == null ? null : new RowPiece.Fixed(attribute.getValue());
    }

    private RowPiece text(String expression) {
        Matcher text = TEXT.matcher(expression);
        return text.matches() ? new RowPiece.Said(text.group(1)) : value(expression);
    }

    private RowPiece.Value value(String expression) {
        Matcher value = matching(VALUE, expression);
        return new RowPiece.Value(value.group(1), value.group(2));
    }

    private Matcher matching(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(name + ".html: " + text + " is more than fast:rows can do");
        }
        return matcher;
    }
}
