package org.restante.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bare exchanges of one user, over one connection that is signed in and has the inbox selected. */
final class Floor implements AutoCloseable {

    private static final String ROW = "(UID FLAGS INTERNALDATE RFC822.SIZE ENVELOPE BODYSTRUCTURE)";
    private static final Pattern EXISTS = Pattern.compile("\\* (\\d+) EXISTS");
    private static final Pattern UID = Pattern.compile("UID (\\d+)");
    private static final Pattern PART = Pattern.compile("\"TEXT\" \"(PLAIN|HTML)\"", Pattern.CASE_INSENSITIVE);
    private static final int PAGE = 50;
    private static final int OPENED = 40;

    private final String user;
    private final BareImap imap;
    private final int messages;
    private final List<Text> texts = new ArrayList<>();

    private Floor(String user) throws IOException {
        this.user = user;
        imap = BareImap.inbox(user);
        messages = Integer.parseInt(first(EXISTS, imap.command("SELECT INBOX")));
        Random random = new Random(user.hashCode());
        for (int i = 0; i < Math.min(OPENED, messages); i++) {
            int number = i < OPENED / 2 ? messages - i : 1 + random.nextInt(messages);
            imap.command("FETCH " + number + " (UID BODYSTRUCTURE)");
            texts.add(new Text(first(UID, imap), parts(imap.answer())));
        }
    }

    /** A message, and the items that fetch its texts. */
    private record Text(String uid, String items) {}

    static Floor of(String user) throws IOException {
        return new Floor(user);
    }

    int messages() {
        return messages;
    }

    /** Returns the exchange under each request of Restante's. */
    Map<String, Exchange> exchanges() {
        String newest = Math.max(1, messages - PAGE + 1) + ":" + messages;
        int middle = Math.max(1, messages / 2);
        String deep = middle + ":" + Math.min(messages, middle + PAGE - 1);
        return Map.of(
                Case.LIST, i -> imap.command("FETCH " + newest + " " + ROW),
                Case.NEW, i -> imap.command("FETCH " + newest + " " + ROW),
                Case.DEEP, i -> imap.command("FETCH " + deep + " " + ROW),
                Case.OPEN, this::open,
                Case.OPEN_ONE_TRIP, this::openInOneTrip,
                Case.FOLDERS,
                        i -> imap.command(
                                "LIST \"\" \"*\" RETURN (SUBSCRIBED SPECIAL-USE STATUS (MESSAGES UNSEEN UIDNEXT"
                                        + " UIDVALIDITY))"),
                Case.FLAG,
                        i -> imap.command("UID STORE %s %sFLAGS.SILENT (\\Flagged)"
                                .formatted(texts.get(i % texts.size()).uid, i % 2 == 0 ? "+" : "-")),
                Case.SIGN_IN, i -> signIn(newest));
    }

    private void open(int i) throws IOException {
        Text text = texts.get(i % texts.size());
        imap.command("UID FETCH " + text.uid + " (FLAGS INTERNALDATE ENVELOPE BODYSTRUCTURE)");
        imap.command("UID FETCH " + text.uid + " (" + text.items + ")");
    }

    private void openInOneTrip(int i) throws IOException {
        Text text = texts.get(i % texts.size());
        imap.command("UID FETCH " + text.uid + " (FLAGS INTERNALDATE ENVELOPE BODYSTRUCTURE " + text.items + ")");
    }

    private void signIn(String newest) throws IOException {
        try (var connection = BareImap.inbox(user)) {
            connection.command("FETCH " + newest + " " + ROW);
        }
    }

    /** Takes the first part to be the text; the second too where it says that both are. */
    private static String parts(String structure) {
        long texts = PART.matcher(structure).results().count();
        return texts > 1 ? "BODY.PEEK[1] BODY.PEEK[2]" : "BODY.PEEK[1]";
    }

    private static String first(Pattern pattern, BareImap imap) {
        Matcher found = pattern.matcher(imap.answer());
        if (!found.find()) {
            throw new IllegalStateException("no " + pattern + " in " + imap.answer());
        }
        return found.group(1);
    }

    @Override
    public void close() throws IOException {
        imap.close();
    }
}
