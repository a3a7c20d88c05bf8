package org.restante.collect;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.restante.mailstore.MailboxName;
import org.restante.web.Texts;

/**
 * The form of an account that mail is collected from, as it was sent or is shown.
 *
 * @param id empty: it is to be added
 * @param password empty: the one that is known
 */
public record CollectionForm(
        @Nullable String id,
        @Nullable String host,
        @Nullable String login,
        @Nullable String password,
        @Nullable String folder,
        @Nullable Boolean removes,
        @Nullable Boolean standing) {

    private static final int LONGEST_PASSWORD = 1000;
    private static final int LONGEST_LOGIN = 320;

    static CollectionForm empty() {
        return new CollectionForm("", "", "", "", MailboxName.INBOX.toAddress(), false, false);
    }

    static CollectionForm of(Collection collection) {
        return new CollectionForm(
                collection.id(),
                collection.host(),
                collection.login(),
                "",
                collection.folder().toAddress(),
                collection.removes(),
                collection.standing() != null);
    }

    public boolean isNew() {
        return plain(id).isEmpty();
    }

    String server() {
        return plain(host).toLowerCase(Locale.ROOT);
    }

    String name() {
        return plain(login);
    }

    /** Returns the password as typed: blanks may belong to it. */
    String secret() {
        return password == null ? "" : password;
    }

    MailboxName mailbox() {
        return MailboxName.fromAddress(plain(folder));
    }

    private static String plain(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** Returns what is wrong by itself, by the names of the fields. */
    Map<String, String> errors(CollectionServers servers, Texts texts) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (!servers.allows(server())) {
            errors.put("host", texts.get("collect.error.host"));
        }
        if (name().isEmpty() || name().length() > LONGEST_LOGIN || hasBreak(name())) {
            errors.put("login", texts.get("collect.error.login"));
        }
        boolean missing = isNew() && secret().isEmpty();
        if (missing || secret().length() > LONGEST_PASSWORD || hasBreak(secret())) {
            errors.put("password", texts.get("login.error.noPassword"));
        }
        return errors;
    }

    private static boolean hasBreak(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }
}
