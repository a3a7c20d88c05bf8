package org.restante.settings;

import org.restante.account.SignedIn;
import org.restante.mailstore.MaildropPolicy;
import org.restante.mailstore.MaildropPolicy.Kind;
import org.restante.mailstore.MaildropState;
import org.restante.mailstore.Maildrops;
import org.restante.web.Dates;
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

/** What becomes of messages on the server, for those whose mail is read over POP3. */
@Controller
@RequestMapping("/settings/maildrop")
class MaildropController {

    private final Maildrops maildrops;

    MaildropController(Maildrops maildrops) {
        this.maildrops = maildrops;
    }

    @GetMapping
    ModelAndView choices(
            @RequestParam(defaultValue = "") String saved,
            @AuthenticationPrincipal SignedIn person,
            Texts texts,
            Dates dates) {
        MaildropState state = state(person);
        return page(MaildropForm.of(state.policy()), "", state, texts, dates).addObject("saved", saved.equals("true"));
    }

    @PostMapping
    ModelAndView choose(MaildropForm form, @AuthenticationPrincipal SignedIn person, Texts texts, Dates dates) {
        MaildropState state = state(person);
        Kind kind = form.kind()
                .filter(chosen -> chosen != Kind.REMOVE || state.mayRemove())
                .orElse(null);
        if (kind == null) {
            return refused(form, "policy", state, texts, dates);
        }
        MaildropPolicy policy = form.chosen(kind).orElse(null);
        if (policy == null) {
            return refused(form, "days", state, texts, dates);
        }
        maildrops.choose(person.credential(), policy);
        return new ModelAndView("redirect:/settings/maildrop?saved=true");
    }

    private MaildropState state(SignedIn person) {
        return maildrops
                .state(person.credential())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ModelAndView refused(
            MaildropForm form, String field, MaildropState state, Texts texts, Dates dates) {
        ModelAndView page = page(form, field, state, texts, dates);
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page;
    }

    private static ModelAndView page(MaildropForm form, String wrong, MaildropState state, Texts texts, Dates dates) {
        return new ModelAndView("settings/maildrop")
                .addObject("form", form)
                .addObject("wrong", wrong)
                .addObject("most", MaildropPolicy.MOST_DAYS)
                .addObject("mayRemove", state.mayRemove())
                .addObject("lastRead", state.lastRead().map(dates::full).orElse(""))
                .addObject("onServer", state.onServer())
                .addObject("hereAlone", state.hereAlone())
                .addObject(
                        "quota",
                        state.quota()
                                .map(quota ->
                                        texts.get("folder.quota", texts.size(quota.used()), texts.size(quota.limit())))
                                .orElse(""));
    }
}
