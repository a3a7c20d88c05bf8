package org.restante.message;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.restante.account.SignedIn;
import org.restante.mailstore.Flag;
import org.restante.mailstore.MailFailure.Refused;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.MessageRef;
import org.restante.settings.Label;
import org.restante.settings.Labels;
import org.restante.settings.Preferences;
import org.restante.web.Region;
import org.restante.web.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Labels messages, or takes a label off; asks which where it was not said. */
@Controller
class MessageLabelController {

    private final MessageActs acts;

    MessageLabelController(MessageActs acts) {
        this.acts = acts;
    }

    @PostMapping(
            path = "/mail/{folder}/label",
            params = {"!set", "!take"})
    String ask(
            SelectedMessages messages,
            ReturnTo returnTo,
            MailStore mailStore,
            Preferences preferences,
            Texts texts,
            @RequestHeader(name = Region.HEADER, required = false) @Nullable String region,
            Model model)
            throws IOException {
        Labels labels = preferences.labels(texts);
        Map<Label, Integer> bearing = messages.change(mailStore, Map.of(), mailbox -> {
            Set<MessageRef> refs = Set.copyOf(messages.refs());
            Map<Label, Integer> counts = new LinkedHashMap<>();
            for (Label label : labels.all()) {
                List<MessageRef> such = mailbox.with(new Flag(label.keyword())).refs();
                counts.put(label, (int) such.stream().filter(refs::contains).count());
            }
            return counts;
        });
        return new Questions(messages.folder(), returnTo, texts)
                .label(messages, labels, bearing)
                .show(region, model);
    }

    @PostMapping(path = "/mail/{folder}/label", params = "set")
    String label(
            SelectedMessages messages,
            @RequestParam String set,
            ReturnTo returnTo,
            MailStore mailStore,
            Preferences preferences,
            Texts texts,
            @AuthenticationPrincipal SignedIn person)
            throws IOException {
        var act = new Act.Mark("labelled", flag(set, preferences, texts), true);
        return perform(act, messages, returnTo, mailStore, person);
    }

    @PostMapping(path = "/mail/{folder}/label", params = "take")
    String unlabel(
            SelectedMessages messages,
            @RequestParam String take,
            ReturnTo returnTo,
            MailStore mailStore,
            Preferences preferences,
            Texts texts,
            @AuthenticationPrincipal SignedIn person)
            throws IOException {
        var act = new Act.Mark("unlabelled", flag(take, preferences, texts), false);
        return perform(act, messages, returnTo, mailStore, person);
    }

    private String perform(Act act, SelectedMessages messages, ReturnTo returnTo, MailStore mailStore, SignedIn person)
            throws IOException {
        try {
            return returnTo.listOrMessage(acts.perform(act, messages, mailStore, person), messages);
        } catch (Refused e) {
            if (e.kind() == Refused.Kind.KEYWORD) {
                return "redirect:/mail/{folder}?done=noLabels";
            }
            throw e;
        }
    }

    /** Only what the person calls a label is one: other keywords mean something to mail programs. */
    private static Flag flag(String keyword, Preferences preferences, Texts texts) {
        Set<String> own =
                preferences.labels(texts).all().stream().map(Label::keyword).collect(Collectors.toSet());
        if (!own.contains(keyword)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "no such label");
        }
        return new Flag(keyword);
    }
}
