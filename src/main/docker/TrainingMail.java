import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An IMAP server (RFC 9051) that anybody may sign in to; it has one mailbox of twenty messages, each a text and an attachment. */
final class TrainingMail implements Closeable {

    private static final int MESSAGES = 20;
    private static final String TEXT =
            "<p>Hello,</p>\r\n<p>see <a href=\"https://example.org/\">this place</a>.</p>\r\n<blockquote>Where?</blockquote>\r\n";
    private static final String FILE = "A note in a file.\r\n".repeat(10);
    private static final String HEADER =
            "From: Ada <ada@example.org>\r\nTo: bob@example.org\r\nSubject: A message\r\nMessage-ID: <1@example.org>\r\n\r\n";
    private static final Pattern SECTION = Pattern.compile("BODY(?:\\.PEEK)?\\[([^]]*)](?:<(\\d+)\\.\\d+>)?");
    private static final Pattern RANGE = Pattern.compile("FETCH (\\d+)(?::(\\d+|\\*))?", Pattern.CASE_INSENSITIVE);

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    TrainingMail() throws IOException {
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> converse(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void converse(Socket client) {
        try (client) {
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            var out = new PrintStream(client.getOutputStream(), false, StandardCharsets.ISO_8859_1);
            say(out, "* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] ready");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split(" ");
                answer(out, line, words[1].equalsIgnoreCase("UID") ? words[2] : words[1]);
                say(out, words[0] + " OK done");
            }
        } catch (IOException e) {
            // The connection is over.
        }
    }

    private static void answer(PrintStream out, String line, String verb) {
        switch (verb.toUpperCase(Locale.ROOT)) {
            case "CAPABILITY" -> say(out, "* CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN");
            case "LIST", "LSUB" -> say(out, "* LIST (\\HasNoChildren) \"/\" INBOX");
            case "STATUS" -> say(out, "* STATUS INBOX (MESSAGES 20 UNSEEN 20 UIDNEXT 21 UIDVALIDITY 1)");
            case "SELECT", "EXAMINE" -> {
                say(out, "* " + MESSAGES + " EXISTS");
                say(out, "* FLAGS (\\Seen \\Flagged \\Answered \\Deleted \\Draft)");
                say(out, "* OK [PERMANENTFLAGS (\\Seen \\Flagged \\Answered \\Deleted \\Draft \\*)] ok");
                say(out, "* OK [UIDVALIDITY 1] ok");
                say(out, "* OK [UIDNEXT 21] ok");
            }
            case "SEARCH" -> say(out, "* SEARCH");
            case "FETCH" -> fetch(out, line);
            default -> {}
        }
    }

    /** Numbers and UIDs are the same here. */
    private static void fetch(PrintStream out, String line) {
        Matcher range = RANGE.matcher(line);
        if (!range.find()) {
            return;
        }
        int first = Integer.parseInt(range.group(1));
        String last = range.group(2) == null ? range.group(1) : range.group(2);
        int end = last.equals("*") ? MESSAGES : Math.min(MESSAGES, Integer.parseInt(last));
        Matcher section = SECTION.matcher(line);
        boolean sections = section.find();
        for (int i = first; i <= end; i++) {
            String items = sections ? section(section) : line.contains("ENVELOPE") ? summary(i) : "";
            say(out, "* " + i + " FETCH (UID " + i + " FLAGS ()" + items + ")");
        }
    }

    private static String summary(int number) {
        return " INTERNALDATE \"23-Nov-2026 10:00:00 +0000\" RFC822.SIZE 1000"
                + " ENVELOPE (\"Mon, 23 Nov 2026 10:00:00 +0000\" \"Subject " + number + "\" ((\"Ada\" NIL \"ada\" \"example.org\"))"
                + " NIL NIL ((NIL NIL \"bob\" \"example.org\")) NIL NIL NIL \"<" + number + "@example.org>\")"
                + " BODYSTRUCTURE ((\"text\" \"html\" (\"charset\" \"utf-8\") NIL NIL \"8bit\" " + TEXT.length() + " 3 NIL NIL NIL NIL)"
                + "(\"text\" \"plain\" (\"name\" \"note.txt\") NIL NIL \"7bit\" " + FILE.length()
                + " 10 NIL (\"attachment\" (\"filename\" \"note.txt\")) NIL NIL) \"mixed\" (\"boundary\" \"b\") NIL NIL NIL)";
    }

    private static String section(Matcher section) {
        String name = section.group(1);
        String whole = name.equals("2") ? FILE : name.toUpperCase(Locale.ROOT).contains("HEADER") ? HEADER : TEXT;
        String origin = section.group(2);
        String content = origin == null ? whole : whole.substring(Math.min(whole.length(), Integer.parseInt(origin)));
        return " BODY[" + name + "]" + (origin == null ? "" : "<" + origin + ">") + " {" + content.length() + "}\r\n" + content;
    }

    private static void say(PrintStream out, String line) {
        out.print(line + "\r\n");
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
