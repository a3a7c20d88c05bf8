package org.restante.message;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.restante.account.SignedIn;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MessageFilter;
import org.restante.settings.Label;
import org.restante.settings.Labels;

/**
 * Which messages a list shows, as its address says it: {@code unread}, {@code flagged}, {@code attachments}, {@code to-me} or
 * {@code label-} and a keyword; empty: all.
 *
 * @param name what the address says
 */
record ListFilter(String name) {

    static final List<String> USUAL = List.of("unread", "flagged", "attachments", "to-me");

    private static final String LABEL = "label-";

    /** Reads what an address says; what is not known there shows all. */
    static ListFilter of(String name, Labels labels) {
        boolean known = USUAL.contains(name)
                || name.startsWith(LABEL)
                        && labels.all().stream().map(Label::keyword).anyMatch(name.substring(LABEL.length())::equals);
        return new ListFilter(known ? name : "");
    }

    boolean isOn() {
        return !name.isEmpty();
    }

    /** Returns what to ask of the mail store. */
    MessageFilter wanted(SignedIn person) {
        return switch (name) {
            case "" -> new MessageFilter.All();
            case "unread" -> new MessageFilter.Without(Flag.SEEN);
            case "flagged" -> new MessageFilter.With(Flag.FLAGGED);
            case "attachments" -> new MessageFilter.Attachments();
            case "to-me" -> new MessageFilter.To(person.address());
            default -> new MessageFilter.With(new Flag(name.substring(LABEL.length())));
        };
    }

    /** Returns what the addresses of the list's other pages end with. */
    String further() {
        return isOn() ? "&filter=" + URLEncoder.encode(name, StandardCharsets.UTF_8) : "";
    }

    static String of(Label label) {
        return LABEL + label.keyword();
    }
}
