package org.restante.web;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.SimpleFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** A text of a bundle, ready to be filled in by any number of threads: only what chooses between forms pays for it. */
@FunctionalInterface
interface TextPattern {

    /** Such as {@code {0, plural, …}}. */
    Pattern CHOICE = Pattern.compile("\\{\\d+\\s*,");

    String fill(Object... values);

    /** Returns the pattern that a text in ICU's MessageFormat describes. */
    static TextPattern of(String text, Locale locale, LocalizedNumberFormatter numbers) {
        if (CHOICE.matcher(text).find()) {
            return new ChosenForm(new MessageFormat(text, locale));
        }
        if (text.contains("{")) {
            SimpleFormatter format = SimpleFormatter.compile(text);
            return values -> format.format(Arrays.stream(values)
                    .map(value -> value instanceof Number number
                            ? numbers.format(number).toString()
                            : String.valueOf(value))
                    .toArray(CharSequence[]::new));
        }
        return values -> text;
    }
}
