package org.restante.collect;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.restante.account.KeptPreferences;
import org.restante.account.ServerSeal;
import org.restante.account.SignedIn;
import org.restante.mailstore.MailStore;
import org.restante.mailstore.Mailbox;
import org.restante.web.Dates;
import org.restante.web.Texts;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** From which accounts a person collects mail, how that went, and collecting it now. */
@Controller
@RequestMapping("/settings/collecting")
class CollectingController {

    private final CollectionTable table;
    private final CollectionServers servers;
    private final Collecting collecting;
    private final CollectProperties properties;
    private final ServerSeal seal;
    private final KeptPreferences kept;
    private final InstantSource clock;

    CollectingController(
            CollectionTable table,
            CollectionServers servers,
            Collecting collecting,
            CollectProperties properties,
            ServerSeal seal,
            KeptPreferences kept,
            InstantSource clock) {
        this.table = table;
        this.servers = servers;
        this.collecting = collecting;
        this.properties = properties;
        this.seal = seal;
        this.kept = kept;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(
            @RequestParam(defaultValue = "") String saved,
            @AuthenticationPrincipal SignedIn person,
            MailStore mailStore,
            Texts texts,
            Dates dates) {
        return page(null, Map.of(), person, mailStore, texts, dates).addObject("saved", saved.equals("true"));
    }

    @PostMapping
    ModelAndView save(
            CollectionForm form,
            @AuthenticationPrincipal SignedIn person,
            MailStore mailStore,
            Texts texts,
            Dates dates) {
        Collection before = form.isNew() ? null : find(person, form.id());
        Map<String, String> errors = new LinkedHashMap<>(form.errors(servers, texts));
        if (isOwn(form, person)) {
            errors.put("login", texts.get("collect.error.own"));
        }
        if (errors.isEmpty()) {
            try {
                table.keep(collection(form, before, person, errors, texts));
            } catch (DuplicateKeyException e) {
                errors.put("login", texts.get("collect.error.taken"));
            } catch (IllegalArgumentException e) {
                if (errors.isEmpty()) {
                    errors.put("folder", texts.get("settings.invalid"));
                }
            }
        }
        if (errors.isEmpty()) {
            kept.change(person, Map.of(CollectingInterceptor.PREFERENCE, "on"));
            return new ModelAndView("redirect:/settings/collecting?saved=true");
        }
        ModelAndView page = page(form, errors, person, mailStore, texts, dates);
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page;
    }

    private static boolean isOwn(CollectionForm form, SignedIn person) {
        String own = person.credential().server().incoming().host();
        boolean same = form.name().equalsIgnoreCase(person.credential().login())
                || form.name().equalsIgnoreCase(person.address());
        return same && own.equalsIgnoreCase(form.server());
    }

    private Collection collection(
            CollectionForm form,
            @Nullable Collection before,
            SignedIn person,
            Map<String, String> errors,
            Texts texts) {
        String id = before == null ? UUID.randomUUID().toString().replace("-", "") : before.id();
        String work = "collecting " + id;
        String password = form.secret();
        if (password.isEmpty() && before != null) {
            password = seal.openWithPerson(person, work, before.sealed()).orElse("");
        }
        if (password.isEmpty()) {
            errors.put("password", texts.get("login.error.noPassword"));
            throw new IllegalArgumentException("the password is not known any more");
        }
        Collection.Standing standing = Boolean.TRUE.equals(form.standing())
                ? new Collection.Standing(seal.sealText(person.account(), work, password), seal.seal(person, work))
                : null;
        return new Collection(
                id,
                person.account(),
                form.server(),
                form.name(),
                form.mailbox(),
                Boolean.TRUE.equals(form.removes()),
                seal.sealWithPerson(person, work, password),
                standing,
                java.util.Optional.empty(),
                null,
                0,
                "");
    }

    private Collection find(SignedIn person, @Nullable String id) {
        return table.find(person.account(), id == null ? "" : id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Collects from the first account whose time has come; for scripts, while a page is open. */
    @PostMapping("/run")
    ResponseEntity<Void> runDue(@AuthenticationPrincipal SignedIn person, MailStore mailStore) {
        collecting.runDue(person, mailStore, clock.instant());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/run")
    String run(@PathVariable String id, @AuthenticationPrincipal SignedIn person, MailStore mailStore) {
        collecting.run(find(person, id), person, mailStore);
        return "redirect:/settings/collecting";
    }

    @PostMapping("/{id}/deletion")
    String delete(@PathVariable String id, @AuthenticationPrincipal SignedIn person) {
        table.delete(person.account(), id);
        if (table.of(person.account()).isEmpty()) {
            kept.change(person, Map.of(CollectingInterceptor.PREFERENCE, ""));
        }
        return "redirect:/settings/collecting?saved=true";
    }

    private ModelAndView page(
            @Nullable CollectionForm sent,
            Map<String, String> errors,
            SignedIn person,
            MailStore mailStore,
            Texts texts,
            Dates dates) {
        List<CollectionCard> cards = new ArrayList<>();
        for (Collection each : table.of(person.account())) {
            boolean wrong = sent != null && each.id().equals(sent.id());
            cards.add(CollectionCard.of(
                    each, wrong ? sent : CollectionForm.of(each), wrong ? errors : Map.of(), texts, dates));
        }
        boolean wrong = sent != null && sent.isNew();
        cards.add(CollectionCard.empty(wrong ? sent : CollectionForm.empty(), wrong ? errors : Map.of()));
        return new ModelAndView("collect/collecting")
                .addObject("cards", cards)
                .addObject("wrong", !errors.isEmpty())
                .addObject("off", properties.allowsNone())
                .addObject(
                        "known",
                        properties.servers().stream()
                                .map(CollectionServers::name)
                                .toList())
                .addObject(
                        "folders",
                        mailStore.mailboxes().stream()
                                .filter(Mailbox::selectable)
                                .map(mailbox -> Map.entry(
                                        mailbox.name().toAddress(),
                                        String.join(" / ", mailbox.name().path())))
                                .toList());
    }
}
