package org.restante.compose;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.restante.account.MailServers;
import org.restante.account.SignedIn;
import org.restante.mime.Address;
import org.restante.mime.Envelope;
import org.restante.submission.Correspondents;
import org.restante.submission.Draft;
import org.restante.submission.DraftConflict;
import org.restante.submission.DraftContext;
import org.restante.submission.Drafts;
import org.restante.submission.Identities;
import org.restante.submission.Identity;
import org.restante.submission.Outbox;
import org.restante.submission.Recipients;
import org.restante.web.Region;
import org.restante.web.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What the composer's controllers share: keeping what was sent, finding what is wrong with it, and showing the form again. */
@Component
class Composer {

    /** Octets of all attachments of a message. */
    static final long MOST = 25_000_000;

    /** The same where a script sends each file by itself, as a stream. */
    static final long MOST_STREAMED = 100_000_000;

    private final Drafts drafts;
    private final Outbox outbox;
    private final Identities identities;
    private final MailServers servers;
    private final Correspondents correspondents;

    Composer(Drafts drafts, Outbox outbox, Identities identities, MailServers servers, Correspondents correspondents) {
        this.drafts = drafts;
        this.outbox = outbox;
        this.identities = identities;
        this.servers = servers;
        this.correspondents = correspondents;
    }

    /** Returns the person's draft with that id; 404 where there is none. */
    Draft draft(SignedIn person, String id) {
        return drafts.find(person, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Returns whether the draft was sent off already, so that nothing is to be done to it. */
    boolean isSubmitted(SignedIn person, String id) {
        return outbox.find(person, id).isPresent();
    }

    Identity identity(SignedIn person, String address) {
        return identities
                .find(person, address)
                .orElseGet(() -> identities.of(person).get(0));
    }

    /** Returns the identity that suits those who are written to. */
    Identity suited(SignedIn person, String recipients) {
        return identities.suited(person, List.of(), Recipients.addresses(Recipients.of(recipients)));
    }

    /** Returns the identity that suits an answer to a message: who wrote it, where the person did. */
    Identity suited(SignedIn person, Envelope answered) {
        return identities.suited(
                person,
                Stream.of(answered.from(), answered.to(), answered.cc())
                        .flatMap(List::stream)
                        .map(Address::address)
                        .toList(),
                answered.from().stream().map(Address::address).toList());
    }

    /** Returns all addresses that the person writes as. */
    List<String> own(SignedIn person) {
        return identities.of(person).stream().map(Identity::address).toList();
    }

    /** Returns the octets that all files of a message may have which a script sends. */
    long most(SignedIn person) {
        return MOST_STREAMED;
    }

    boolean canSend(SignedIn person) {
        return servers.submission(person.credential().server().name()).isPresent();
    }

    /** What became of a form: the draft it was kept in, and what is wrong; nothing was kept where there is no draft. */
    record Kept(@Nullable Draft draft, Map<String, String> errors) {}

    /**
     * Keeps what was sent.
     *
     * @param files what was chosen to be attached; null where nothing was
     *
     * @throws DraftConflict where the draft was changed elsewhere
     */
    Kept keep(SignedIn person, String id, ComposeForm form, @Nullable List<MultipartFile> files, Texts texts)
            throws IOException {
        if (!Drafts.ID.matcher(id).matches()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Map<String, String> errors = new LinkedHashMap<>();
        if (form.isBroken()) {
            return new Kept(null, Map.of("subject", texts.get("compose.error.break")));
        }
        Identity identity = identities
                .find(person, form.senderAddress())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        // Asked for one address, and left empty, it says nothing about another one that was chosen meanwhile.
        if (form.name() != null && !form.name().isBlank()) {
            identities.rename(person, identity, shortened(form.name().strip()));
        }
        Draft draft = saved(person, id, form);
        attach(draft, form.startedFrom(), chosen(files), errors, texts);
        return new Kept(draft(person, id), errors);
    }

    private Draft saved(SignedIn person, String id, ComposeForm form) {
        try {
            Draft before = drafts.find(person, id).orElse(null);
            return drafts.save(person, id, form.startedFrom(), form.fields(before), DraftContext.NONE);
        } catch (IllegalArgumentException e) {
            // The id is that of another person's draft.
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, e);
        }
    }

    private static String shortened(String name) {
        return name.substring(0, Math.min(name.length(), 200));
    }

    /** Where no file was chosen, browsers send one without name and content. */
    private static List<MultipartFile> chosen(@Nullable List<MultipartFile> files) {
        return files == null
                ? List.of()
                : files.stream()
                        .filter(file -> file.getSize() > 0
                                || !String.valueOf(file.getOriginalFilename()).isEmpty())
                        .toList();
    }

    private void attach(
            Draft draft, long startedFrom, List<MultipartFile> files, Map<String, String> errors, Texts texts)
            throws IOException {
        long size = files.isEmpty()
                ? 0
                : draft.attachedSize()
                        + files.stream().mapToLong(MultipartFile::getSize).sum();
        if (size > MOST) {
            errors.put("file", texts.get("compose.error.size", texts.size(MOST)));
            return;
        }
        for (MultipartFile file : files) {
            String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
            String key = startedFrom + " " + files.indexOf(file) + " " + file.getSize() + " " + name;
            try (InputStream in = file.getInputStream()) {
                drafts.attach(
                        draft,
                        key,
                        leaf(name),
                        Optional.ofNullable(file.getContentType()).orElse(""),
                        false,
                        in);
            }
        }
    }

    /** Some browsers send the whole path. */
    static String leaf(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    /** Returns the composer with a draft as it is kept. */
    ModelAndView page(SignedIn person, Draft draft, @Nullable String notice, Texts texts) {
        return page(person, draft.id(), ComposeForm.of(draft), new Kept(draft, Map.of()), notice, texts);
    }

    /** Returns the composer with what was kept, or with what was sent where nothing was. */
    ModelAndView page(SignedIn person, String id, ComposeForm form, Kept kept, @Nullable String notice, Texts texts) {
        Draft draft =
                kept.draft() != null ? kept.draft() : drafts.find(person, id).orElse(null);
        long version = draft == null ? 0 : kept.draft() == null ? form.startedFrom() : draft.version();
        return view(person, id, version, form, draft, kept.errors(), notice, false, texts);
    }

    /** Returns the composer with what was sent, over a draft that was changed elsewhere. */
    ModelAndView conflict(SignedIn person, Draft theirs, ComposeForm form, Texts texts) {
        ModelAndView page = view(person, theirs.id(), theirs.version(), form, theirs, Map.of(), null, true, texts);
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    /** Returns the part of the page that a script asked for. */
    private static @Nullable String region() {
        return RequestContextHolder.currentRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getHeader(Region.HEADER)
                : null;
    }

    private static String suffix(String id) {
        return "composer".equals(region()) ? "-" + id.substring(0, Math.min(8, id.length())) : "";
    }

    private ModelAndView view(
            SignedIn person,
            String id,
            long version,
            ComposeForm form,
            @Nullable Draft draft,
            Map<String, String> errors,
            @Nullable String notice,
            boolean conflict,
            Texts texts) {
        Identity identity = identity(person, form.senderAddress());
        var page = new ComposePage(
                id,
                suffix(id),
                version,
                form.fields(draft),
                identities.of(person),
                !identity.named(),
                form.name() == null ? "" : form.name(),
                ComposePage.files(draft, texts),
                ComposePage.picturesOf(draft),
                texts.size(MOST),
                most(person),
                texts.size(most(person)),
                correspondents.likeliest(person),
                ComposePage.tools(texts),
                ComposePage.priorities(form.fields(draft).priority(), texts),
                errors,
                notice,
                conflict,
                canSend(person),
                draft != null && draft.redirected().isPresent());
        return new ModelAndView(Region.view("compose/compose", region(), "composer"), "page", page);
    }
}
