package org.restante.mailstore.imap;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A command without its tag (RFC 9051 §6). What comes from elsewhere goes in by {@link #string} or {@link #atom} alone, which refuse
 * what could end the command and begin another.
 */
final class Command {

    private final String name;
    private final ByteArrayOutputStream current = new ByteArrayOutputStream();
    private final List<byte[]> sections = new ArrayList<>();
    private boolean opened;
    private boolean waitless;

    private Command(String name) {
        this.name = name;
    }

    /** Returns a command that begins with these words, which must be constant or made of numbers. */
    static Command of(String words) {
        int start = words.startsWith("UID ") ? 4 : 0;
        int space = words.indexOf(' ', start);
        return new Command(space < 0 ? words : words.substring(0, space)).atoms(words);
    }

    /** Returns what the command does, such as {@code UID FETCH}. */
    String name() {
        return name;
    }

    /** Adds a space and words that are constant or made of numbers and flags. */
    Command atom(String words) {
        space();
        return atoms(words);
    }

    /** Sends literals without waiting for the server to ask for them (LITERAL+, RFC 7888 §4). */
    Command withoutWaiting() {
        waitless = true;
        return this;
    }

    /** Adds a space and an opening parenthesis. */
    Command open() {
        space();
        current.write('(');
        opened = true;
        return this;
    }

    /** Adds a closing parenthesis. */
    Command shut() {
        current.write(')');
        return this;
    }

    private void space() {
        if (!opened) {
            current.write(' ');
        }
        opened = false;
    }

    private Command atoms(String words) {
        current.writeBytes(checked(words).getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    /**
     * Adds a space and any text, as a quoted string, or as a literal in UTF-8 where it is not ASCII.
     *
     * @throws IllegalArgumentException where it holds CR, LF or NUL
     */
    Command string(String text) {
        return octets(checked(text).getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a space and octets, like {@link #string}. */
    Command octets(byte[] octets) {
        checked(new String(octets, StandardCharsets.ISO_8859_1));
        space();
        boolean ascii = true;
        for (byte b : octets) {
            ascii &= b > 0;
        }
        return ascii ? quoted(octets) : literal(octets);
    }

    private Command quoted(byte[] octets) {
        current.write('"');
        for (byte b : octets) {
            if (b == '"' || b == '\\') {
                current.write('\\');
            }
            current.write(b);
        }
        current.write('"');
        return this;
    }

    private Command literal(byte[] octets) {
        atoms("{" + octets.length + (waitless ? "+}" : "}"));
        if (waitless) {
            current.write('\r');
            current.write('\n');
            current.writeBytes(octets);
            return this;
        }
        return continued(octets);
    }

    /** Ends the line; what follows is sent when the server asks for it. */
    Command continued(byte[] octets) {
        endLine();
        current.writeBytes(octets);
        return this;
    }

    private void endLine() {
        current.write('\r');
        current.write('\n');
        sections.add(current.toByteArray());
        current.reset();
    }

    /** Ends the command and returns what is to be sent; before each section but the first the server asks for more. */
    List<byte[]> sections() {
        endLine();
        return sections;
    }

    private static String checked(String text) {
        if (text.chars().anyMatch(c -> c == 0 || c == '\r' || c == '\n')) {
            throw new IllegalArgumentException("a command must not hold line breaks");
        }
        return text;
    }
}
