package org.restante.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;

/** Gives templates the texts, as {@code #{message.list.page(${number}, ${pages})}}. */
@Component("messageSource")
class TextsMessageSource implements MessageSource {

    private static final Object[] NONE = {};

    private final Languages languages;

    TextsMessageSource(Languages languages) {
        this.languages = languages;
    }

    @Override
    @Nullable
    public String getMessage(
            String key, Object @Nullable [] values, @Nullable String otherwise, @Nullable Locale locale) {
        Texts texts = texts(locale);
        return texts.has(key) ? texts.get(key, values == null ? NONE : values) : otherwise;
    }

    @Override
    public String getMessage(String key, Object @Nullable [] values, @Nullable Locale locale) {
        String text = getMessage(key, values, null, locale);
        if (text == null) {
            throw new NoSuchMessageException(key, locale == null ? Locale.ROOT : locale);
        }
        return text;
    }

    @Override
    public String getMessage(MessageSourceResolvable message, @Nullable Locale locale) {
        for (String key : message.getCodes() == null ? new String[0] : message.getCodes()) {
            if (texts(locale).has(key)) {
                return getMessage(key, message.getArguments(), locale);
            }
        }
        return String.valueOf(message.getDefaultMessage());
    }

    private Texts texts(@Nullable Locale locale) {
        return languages.texts(locale == null ? Locale.ROOT : locale);
    }
}
