package org.restante.mailstore.imap;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.restante.mailstore.MailFailure;
import org.restante.mailstore.MailFailure.Gone;
import org.restante.mailstore.MailFailure.Network;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.pool.PooledConnection;

/** A connection that is signed in, with the mailbox that it has selected. All methods throw {@link MailFailure}. */
final class ImapConnection implements PooledConnection {

    private final ImapWire wire;
    private final Capabilities capabilities;
    private final Duration checkAfter;
    private Delimiter delimiter;
    private SelectedMailbox selected;
    private boolean listStatusWorks = true;
    private boolean committed;
    private boolean doubtful;

    ImapConnection(ImapWire wire, Capabilities capabilities, Duration checkAfter) {
        this.wire = wire;
        this.capabilities = capabilities;
        this.checkAfter = checkAfter;
    }

    boolean has(String capability) {
        return capabilities.has(capability);
    }

    /** Returns whether LIST brings the counts too (RFC 5819). */
    boolean listsStatus() {
        return listStatusWorks && has("LIST-STATUS");
    }

    /** From now on does without LIST-STATUS: the server announces it and does not do it. */
    void distrustListStatus() {
        listStatusWorks = false;
    }

    /** Returns the mailbox that is selected. */
    SelectedMailbox selected() {
        if (selected == null) {
            throw new IllegalStateException("no mailbox is selected");
        }
        return selected;
    }

    boolean hasSelected(MailboxName mailbox) {
        return selected != null && selected.name().equals(mailbox);
    }

    /** Says commands at once; the tagged answers come in their order, whatever they are. */
    List<Answer> exchange(List<Command> commands, Consumer<Answer> untagged) {
        SelectedMailbox current = selected;
        boolean[] warned = {false};
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
        Answer answer =
                trySelect(mailbox, Command.of("SELECT").string(delimiter().encode(mailbox)));
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
        Answer answer = exchange(List.of(command), next::take).get(0);
        next.takeCode(answer);
        if (answer.is("OK")) {
            selected = next;
        }
        return answer;
    }

    /** Looks for a mailbox in the list: its name there may be written unlike we write it, or with another delimiter. */
    private Optional<Listing.Listed> find(MailboxName mailbox) {
        var listing = new Listing();
        demand(Command.of("LIST \"\" \"*\""), listing::take);
        return listing.all().stream()
                .filter(each -> each.name().equals(mailbox))
                .findFirst();
    }

    /** Returns the delimiter of the personal namespace; asked for once. */
    private Delimiter delimiter() {
        if (delimiter == null) {
            Delimiter[] found = {new Delimiter("")};
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
            if (idle.compareTo(checkAfter) > 0) {
                demand(Command.of("NOOP"), untagged -> {});
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

    @Override
    public boolean isBroken() {
        return doubtful || wire.isBroken();
    }

    @Override
    public void close() {
        wire.logout();
    }
}
