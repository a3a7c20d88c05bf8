package org.restante.web;

import com.ibm.icu.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A text that chooses between forms, which takes long; what it said of numbers is kept, since the same come again with each page. */
final class ChosenForm implements TextPattern {

    private static final int KEPT = 500;

    private final MessageFormat format;
    private final Map<List<Object>, String> said = new ConcurrentHashMap<>();

    ChosenForm(MessageFormat format) {
        this.format = format;
    }

    @Override
    public String fill(Object... values) {
        List<Object> key = Arrays.asList(values);
        String known = said.get(key);
        return known != null ? known : choose(key, values);
    }

    /** The format keeps formatters between calls, which threads may not share. */
    private synchronized String choose(List<Object> key, Object... values) {
        String text = format.format(values);
        if (Arrays.stream(values).allMatch(Number.class::isInstance)) {
            if (said.size() >= KEPT) {
                said.clear();
            }
            said.put(List.copyOf(key), text);
        }
        return text;
    }
}
