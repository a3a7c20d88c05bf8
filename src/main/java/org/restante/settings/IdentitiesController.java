package org.restante.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.restante.account.SignedIn;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.Mailbox;
import org.restante.submission.Identities;
import org.restante.submission.Identity;
import org.restante.web.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** As whom a person writes: names, signatures, and what holds for messages that are written so. */
@Controller
@RequestMapping("/settings/identities")
class IdentitiesController {

    private final Identities identities;

    IdentitiesController(Identities identities) {
        this.identities = identities;
    }

    /** A mailbox that copies can be put into. */
    record Folder(String address, String label) {

        static Folder of(Mailbox mailbox) {
            return new Folder(
                    mailbox.name().toAddress(),
                    String.join(" / ", mailbox.name().path()));
        }
    }

    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "") String saved, @AuthenticationPrincipal SignedIn person) {
        return new ModelAndView("settings/identities")
                .addObject("identities", identities.of(person))
                .addObject("mayAdd", identities.mayAdd(person))
                .addObject("saved", saved.equals("true"));
    }

    @GetMapping("/form")
    ModelAndView form(
            @RequestParam(defaultValue = "") String address,
            @AuthenticationPrincipal SignedIn person,
            MailStore mailStore) {
        if (address.isEmpty()) {
            return page(IdentityForm.empty(), Map.of(), person, mailStore);
        }
        Identity identity =
                identities.find(person, address).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        boolean standard = identities.of(person).get(0).address().equals(identity.address());
        return page(IdentityForm.of(identity, standard), Map.of(), person, mailStore);
    }

    @PostMapping
    ModelAndView save(IdentityForm form, @AuthenticationPrincipal SignedIn person, MailStore mailStore, Texts texts) {
        Map<String, String> errors = new LinkedHashMap<>(form.errors(texts));
        if (errors.isEmpty() && !identities.save(person, form.identity(keptHtml(form, person)))) {
            errors.put("address", texts.get("identities.notAllowed"));
        }
        if (errors.isEmpty()) {
            return new ModelAndView("redirect:/settings/identities?saved=true");
        }
        ModelAndView page = page(form, errors, person, mailStore);
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page;
    }

    /** What was made with formatting stays while the words of the signature are the same. */
    private String keptHtml(IdentityForm form, SignedIn person) {
        return identities
                .find(person, form.identity("").address())
                .map(Identity::choices)
                .filter(choices ->
                        choices.signature().equals(form.identity("").choices().signature()))
                .map(Identity.Choices::signatureHtml)
                .orElse("");
    }

    @PostMapping("/deletion")
    String delete(@RequestParam String address, @AuthenticationPrincipal SignedIn person) {
        identities.delete(person, address);
        return "redirect:/settings/identities?saved=true";
    }

    private ModelAndView page(IdentityForm form, Map<String, String> errors, SignedIn person, MailStore mailStore) {
        List<Folder> folders = mailStore.mailboxes().stream()
                .filter(Mailbox::selectable)
                .map(Folder::of)
                .toList();
        boolean removable = !form.isNew()
                && identities.given(person).stream().noneMatch(each -> each.equalsIgnoreCase(form.address()));
        return new ModelAndView("settings/identity")
                .addObject("form", form)
                .addObject("errors", errors)
                .addObject("folders", folders)
                .addObject("removable", removable);
    }
}
