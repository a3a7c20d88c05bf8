package org.restante.mailstore.imap;

import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.restante.mailstore.Credential;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailFailure.Gone;
import org.restante.mailstore.MailFailure.Network;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.TimeLimit;
import org.restante.mailstore.pool.PooledConnection;

/** A connection that is signed in, with the mailbox that it has selected. All methods throw {@link MailFailure}. */
final class ImapConnection implements PooledConnection {

    /**
     * How an idle connection is tried before it is used.
     *
     * @param after how long it was idle before that is needed
     * @param within how long trying may take
     */
    record IdleCheck(Duration after, Duration within) {}

    /** Sorting so many messages leaves servers with memory that they keep until the connection ends. */
    private static final long MANY_MESSAGES = 20_000;

    private static final Set<String> HEAVY = Set.of("SORT", "UID SORT", "THREAD", "UID THREAD");

    private final Credential credential;
    private final ImapWire wire;
    private final Capabilities capabilities;
    private final IdleCheck check;
    private Delimiter delimiter;
    private SelectedMailbox selected;
    private List<Listing.Listed> listedBefore = List.of();
    private boolean listStatusWorks = true;
    private boolean committed;
    private boolean doubtful;
    private boolean worn;

    ImapConnection(Credential credential, ImapWire wire, Capabilities capabilities, IdleCheck check) {
        this.credential = credential;
        this.wire = wire;
        this.capabilities = capabilities;
        this.check = check;
    }

    boolean has(String capability) {
        return capabilities.has(capability);
    }

    /** Returns whether LIST brings the counts too (RFC 5819). */
    boolean listsStatus() {
        return listStatusWorks && has("LIST-STATUS");
    }

    /** From now on does without LIST-STATUS: the server announces it and does not do it, but has answered LIST since. */
    void distrustListStatus() {
        listStatusWorks = false;
        doubtful = false;
    }

    /** Returns the mailbox that is selected. */
    SelectedMailbox selected() {
        if (selected == null) {
            throw new IllegalStateException("no mailbox is selected");
        }
        return selected;
    }

    /** Returns how many messages the selected mailbox has, -1 where none is selected. */
    long exists() {
        return selected == null ? -1 : selected.exists();
    }

    /** Returns what UIDs of the selected mailbox mean something in. */
    MailboxKey key() {
        return selected().key(credential);
    }

    /** Returns the mailboxes that were listed last, where they have to be asked for their counts one by one. */
    List<Listing.Listed> listedBefore() {
        return listedBefore;
    }

    void remember(List<Listing.Listed> listed) {
        listedBefore = listed;
    }

    boolean hasSelected(MailboxName mailbox) {
        return selected != null && selected.name().equals(mailbox);
    }

    /** Says commands at once; the tagged answers come in their order, whatever they are. */
    List<Answer> exchange(List<Command> commands, Consumer<Answer> untagged) {
        SelectedMailbox current = selected;
        boolean[] warned = {false};
        worn |= current != null
                && current.exists() > MANY_MESSAGES
                && commands.stream().anyMatch(each -> HEAVY.contains(each.name()));
        List<Answer> tagged = wire.exchange(commands, answer -> {
            if (current != null) {
                current.take(answer);
            }
            warned[0] |= answer.is("NO");
            capabilities.take(answer);
            untagged.accept(answer);
        });
        if (tagged.stream().anyMatch(answer -> answer.is("BAD"))) {
            // Who does not understand us may have lost its place in what we say: this connection is not lent again.
            doubtful = true;
        }
        if (warned[0] && current != null) {
            assureSame(current);
        }
        return tagged;
    }

    /**
     * Dovecot only warns when the selected mailbox was deleted and made anew, and then shows the new one's messages under the UIDVALIDITY of
     * the old one. So after a warning the mailbox is selected again; where it is another one, nothing that was heard counts.
     */
    private void assureSame(SelectedMailbox current) {
        selected = null;
        select(current.name());
        if (!selected.uidValidity().equals(current.uidValidity())) {
            doubtful = true;
            throw new Network(Network.Kind.BROKEN, "the selected mailbox was replaced", null);
        }
    }

    /** Says a command, which must succeed. */
    Answer demand(Command command, Consumer<Answer> untagged) {
        return checkOk(exchange(List.of(command), untagged).get(0));
    }

    /** Says a command that ends with a literal of so many octets, which must succeed; it is never said again over another connection. */
    void upload(Command command, long size, InputStream literal) {
        commit();
        checkOk(wire.upload(command, size, literal, answer -> {
            capabilities.take(answer);
            if (selected != null) {
                selected.take(answer);
            }
        }));
    }

    /** Returns how the server writes a mailbox's name. */
    String encoded(MailboxName mailbox) {
        return delimiterFor(mailbox).encode(mailbox);
    }

    /** Returns the answer if it is OK; throws what it means otherwise. */
    static Answer checkOk(Answer tagged) {
        if (!tagged.is("OK")) {
            throw Refusals.of(tagged);
        }
        return tagged;
    }

    /**
     * Selects a mailbox, unless it is selected already.
     *
     * @throws Gone where there is none of that name
     */
    void select(MailboxName mailbox) {
        if (hasSelected(mailbox)) {
            return;
        }
        Answer answer = trySelect(mailbox, Command.of("SELECT").string(encoded(mailbox)));
        if (!answer.is("OK")) {
            Listing.Listed listed = find(mailbox)
                    .filter(Listing.Listed::isSelectable)
                    .orElseThrow(() -> new Gone(Gone.Kind.MAILBOX, answer.text()));
            checkOk(trySelect(mailbox, Command.of("SELECT").octets(listed.raw())));
        }
    }

    /** Like {@link #select}, and finds out whether the connection lives where nothing had to be said for it. */
    void assureSelected(MailboxName mailbox) {
        if (hasSelected(mailbox)) {
            demand(Command.of("NOOP"), untagged -> {});
        } else {
            select(mailbox);
        }
    }

    private Answer trySelect(MailboxName mailbox, Command command) {
        selected = null;
        var next = new SelectedMailbox(mailbox);
        boolean hasRights = has("ACL") && !mailbox.isInbox();
        Command rights = Command.of("MYRIGHTS").string(encoded(mailbox));
        Answer answer = exchange(hasRights ? List.of(command, rights) : List.of(command), next::take)
                .get(0);
        next.takeCode(answer);
        if (answer.is("OK")) {
            selected = next;
        }
        return answer;
    }

    /** Looks for a mailbox in the list: its name there may be written unlike we write it, or with another delimiter. */
    Optional<Listing.Listed> find(MailboxName mailbox) {
        var listing = new Listing();
        demand(Command.of("LIST \"\" \"*\""), listing::take);
        return listing.all().stream()
                .filter(each -> each.name().equals(mailbox))
                .findFirst();
    }

    /** A name of one level, such as INBOX, is written without any. */
    Delimiter delimiterFor(MailboxName mailbox) {
        return mailbox.path().size() == 1 ? Delimiter.NONE : delimiter();
    }

    /** Returns the delimiter of the personal namespace; asked for once. */
    Delimiter delimiter() {
        if (delimiter == null) {
            Delimiter[] found = {Delimiter.NONE};
            demand(Command.of("LIST \"\" \"\""), answer -> {
                if (answer.is("LIST")) {
                    found[0] = Delimiter.of(answer.at(1));
                }
            });
            delimiter = found[0];
        }
        return delimiter;
    }

    /** Says that what is done from here on must not be done again over another connection. */
    void commit() {
        committed = true;
    }

    @Override
    public boolean isCommitted() {
        return committed;
    }

    @Override
    public boolean prepare(Duration idle) {
        committed = false;
        try {
            if (idle.compareTo(check.after) > 0) {
                checkAlive();
            } else {
                SelectedMailbox current = selected;
                wire.hearUnsolicited(answer -> {
                    if (current != null) {
                        current.take(answer);
                    }
                });
            }
            return true;
        } catch (MailFailure e) {
            return false;
        }
    }

    private void checkAlive() {
        try (var limit = TimeLimit.begin(check.within)) {
            demand(Command.of("NOOP"), untagged -> {});
        }
    }

    @Override
    public boolean isWorn() {
        return worn;
    }

    @Override
    public boolean isBroken() {
        return doubtful || wire.isBroken();
    }

    @Override
    public void close() {
        wire.logout();
    }

    @Override
    public void abandon() {
        wire.close();
    }
}
