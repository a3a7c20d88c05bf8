package org.restante.mailstore.imap;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads the octets of one answer, literals included, in one pass (RFC 9051 §9). It takes what servers say in place of what the RFC
 * says: what is unbalanced is closed, what is stray is a text.
 */
final class AnswerParser {

    static final Set<String> STATUS = Set.of("OK", "NO", "BAD", "BYE", "PREAUTH");
    private static final int DEEPEST = 100;
    private static final int LONGEST_NUMBER = 15;

    private final byte[] octets;
    private final int end;
    private final int most;
    private int at;
    private int values;

    /**
     * Begins to read the answer that stands in the first octets of an array, which must stay as it is: values are parts of it.
     *
     * @param most how many values it may have
     */
    AnswerParser(byte[] octets, int length, int most) {
        this.octets = octets;
        this.most = most;
        int last = length;
        while (last > 0 && (octets[last - 1] == '\n' || octets[last - 1] == '\r' || octets[last - 1] == 0)) {
            last--;
        }
        end = last;
    }

    /** Returns how many values were read. */
    int values() {
        return values;
    }

    /** Returns the answer; throws where it has too many values. */
    Answer answer() throws GarbledAnswerException {
        String tag = word();
        if (tag.equals("+")) {
            return new Answer(tag, -1, "", List.of(), "", rest());
        }
        long number = number();
        String name = word().toUpperCase(Locale.ROOT);
        if (STATUS.contains(name)) {
            String code = code();
            return new Answer(tag, number, name, List.of(), code, rest());
        }
        if (!tag.equals("*") || name.isEmpty()) {
            return new Answer(tag, number, name, List.of(), "", rest());
        }
        return new Answer(tag, number, name, values(0), "", "");
    }

    private String word() {
        skipSpaces();
        int from = at;
        at = endOfWord();
        return at - from == 1 && octets[from] == '*' ? "*" : text(from, at);
    }

    private int endOfWord() {
        int to = at;
        while (to < end && octets[to] != ' ' && octets[to] != '(') {
            to++;
        }
        return to;
    }

    /** Takes a word that is a number, if the next one is; else returns -1. */
    private long number() {
        skipSpaces();
        int to = endOfWord();
        long number = 0;
        for (int i = at; i < to; i++) {
            number = number * 10 + octets[i] - '0';
            if (octets[i] < '0' || octets[i] > '9' || i - at == LONGEST_NUMBER) {
                return -1;
            }
        }
        if (to == at) {
            return -1;
        }
        at = to;
        return number;
    }

    private String code() {
        skipSpaces();
        if (at >= end || octets[at] != '[') {
            return "";
        }
        int from = at + 1;
        while (at < end && octets[at] != ']') {
            at++;
        }
        String code = text(from, at);
        at = Math.min(at + 1, end);
        return code;
    }

    private String rest() {
        skipSpaces();
        return text(at, end);
    }

    private List<Value> values(int depth) throws GarbledAnswerException {
        List<Value> list = new ArrayList<>();
        for (skipSpaces(); at < end; skipSpaces()) {
            if (++values > most) {
                throw new GarbledAnswerException("more values than anybody needs");
            }
            byte c = octets[at];
            if (c == ')') {
                at++;
                if (depth > 0) {
                    return list;
                }
            } else if (c == '(') {
                at++;
                list.add(new Value.Items(depth < DEEPEST ? values(depth + 1) : skipList()));
            } else {
                list.add(c == '"' ? quoted() : isLiteral() ? literal(depth > 0) : atom());
            }
        }
        return list;
    }

    /** Passes over a list that lies too deep: a message may be made so on purpose, and the others of its page shall be seen. */
    private List<Value> skipList() {
        int open = 1;
        for (skipSpaces(); at < end && open > 0; skipSpaces()) {
            byte c = octets[at];
            if (c == '(' || c == ')') {
                at++;
                open += c == '(' ? 1 : -1;
            } else if (c == '"') {
                quoted();
            } else if (isLiteral()) {
                literal(true);
            } else {
                atom();
            }
        }
        return List.of();
    }

    private Value quoted() {
        int from = ++at;
        int escapes = 0;
        while (at < end && octets[at] != '"') {
            if (octets[at] == '\\') {
                escapes++;
                at++;
            }
            at++;
        }
        int to = Math.min(at, end);
        at = Math.min(to + 1, end);
        return escapes == 0
                ? new Value.Text(octets, from, to, false)
                : Value.text(unescaped(Arrays.copyOfRange(octets, from, to)));
    }

    private static byte[] unescaped(byte[] text) {
        int length = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\\' && i + 1 < text.length) {
                i++;
            }
            text[length++] = text[i];
        }
        return Arrays.copyOf(text, length);
    }

    private boolean isLiteral() {
        int brace = octets[at] == '~' && at + 1 < end ? at + 1 : at;
        return octets[brace] == '{' && LiteralSize.endOfLine(octets, brace, end) > 0;
    }

    /** In a list something has to follow; where nothing does, the literal was announced as longer than it is and took the end in. */
    private Value literal(boolean inList) {
        int brace = octets[at] == '~' ? at + 1 : at;
        int from = LiteralSize.endOfLine(octets, brace, end);
        int to = (int) Math.min(end, from + LiteralSize.of(octets, brace));
        at = to;
        if (inList && to == end && to > from && octets[to - 1] == ')') {
            to--;
        }
        return new Value.Text(octets, Math.min(from, to), to, false);
    }

    /** An atom ends at a space or a parenthesis, but not within brackets: {@code BODY[HEADER.FIELDS (TO)]<0>}. */
    private Value atom() {
        int from = at;
        int brackets = 0;
        do {
            brackets += octets[at] == '[' ? 1 : octets[at] == ']' ? -1 : 0;
            at++;
        } while (at < end && (brackets > 0 || !endsAtom()));
        boolean nil = at - from == 3
                && (octets[from] | 32) == 'n'
                && (octets[from + 1] | 32) == 'i'
                && (octets[from + 2] | 32) == 'l';
        return nil ? Value.NIL : new Value.Text(octets, from, at, true);
    }

    /** Some servers forget the space before a literal. */
    private boolean endsAtom() {
        byte c = octets[at];
        return c == ' ' || c == '(' || c == ')' || c == '{' && isLiteral();
    }

    private void skipSpaces() {
        while (at < end && (octets[at] == ' ' || octets[at] == '\t' || octets[at] == 0)) {
            at++;
        }
    }

    private String text(int from, int to) {
        return new String(octets, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
