package org.restante.mailstore.imap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.restante.mime.Parameters;
import org.restante.mime.Part;
import org.restante.mime.PartId;

/**
 * Reads BODYSTRUCTURE (RFC 9051 §7.5.2) and numbers its parts (§6.4.5.1). What is missing or odd gets the default that MIME gives it;
 * the parts keep their numbers.
 */
final class StructureReader {

    private static final int SINGLE_FIELDS = 7;

    private StructureReader() {}

    static Part read(Value structure) {
        return root(structure, Optional.empty());
    }

    /** The root part of a message: a multipart has no number of its own, anything else is part 1 of it. */
    private static Part root(Value structure, Optional<PartId> message) {
        return isMultipart(structure)
                ? multipart(structure, Optional.empty(), message)
                : single(structure, child(message, 1));
    }

    private static PartId child(Optional<PartId> parent, int number) {
        return parent.map(id -> id.child(number)).orElseGet(() -> new PartId(Integer.toString(number)));
    }

    /** A multipart begins with its parts; one without any is {@code (NIL "alternative" …)}, too short for anything else. */
    private static boolean isMultipart(Value structure) {
        return structure.at(0).isList()
                || !structure.at(0).isText()
                        && structure.at(1).isText()
                        && structure.list().size() < SINGLE_FIELDS;
    }

    private static Part multipart(Value structure, Optional<PartId> id, Optional<PartId> prefix) {
        List<Part> children = new ArrayList<>();
        int at = 0;
        for (; structure.at(at).isList(); at++) {
            Value child = structure.at(at);
            PartId number = child(prefix, at + 1);
            children.add(
                    isMultipart(child)
                            ? multipart(child, Optional.of(number), Optional.of(number))
                            : single(child, number));
        }
        if (at == 0) {
            at++;
        }
        String subtype = structure.at(at).isText() ? structure.at(at).lower() : "mixed";
        Map<String, String> parameters = parameters(structure.at(at + 1));
        Value disposition = disposition(structure, at + 2);
        return new Part(
                id,
                "multipart/" + subtype,
                parameters,
                "",
                "",
                0,
                kind(disposition),
                Parameters.fileName(parameters(disposition.at(1)), parameters),
                List.copyOf(children));
    }

    private static Part single(Value structure, PartId id) {
        boolean typed = structure.at(0).isText();
        String type = typed ? structure.at(0).lower() + "/" + structure.at(1).lower() : "text/plain";
        Map<String, String> parameters = parameters(structure.at(2));
        boolean nests = (type.equals("message/rfc822") || type.equals("message/global"))
                && structure.at(8).isList();
        Value disposition = disposition(structure, nests ? 9 : SINGLE_FIELDS);
        String encoding = structure.at(5).lower();
        return new Part(
                Optional.of(id),
                type,
                parameters,
                contentId(structure.at(3)),
                encoding.isEmpty() ? "7bit" : encoding,
                structure.at(6).number(),
                kind(disposition),
                Parameters.fileName(parameters(disposition.at(1)), parameters),
                nests ? List.of(root(structure.at(8), Optional.of(id))) : List.of());
    }

    private static String contentId(Value value) {
        String id = value.decoded();
        return id.startsWith("<") && id.endsWith(">") ? id.substring(1, id.length() - 1) : id;
    }

    /** Finds the disposition among the extension data, whose start differs between servers: {@code ("inline" (…))} or a bare word. */
    private static Value disposition(Value structure, int from) {
        for (int i = from; i < structure.list().size(); i++) {
            Value value = structure.at(i);
            if (isDisposition(value.at(0)) || isDisposition(value)) {
                return value;
            }
        }
        return Value.NIL;
    }

    private static boolean isDisposition(Value value) {
        return value.is("attachment") || value.is("inline");
    }

    private static String kind(Value disposition) {
        return disposition.isList() ? disposition.at(0).lower() : disposition.lower();
    }

    private static Map<String, String> parameters(Value list) {
        if (list.list().size() < 2) {
            return Map.of();
        }
        Map<String, byte[]> raw = new LinkedHashMap<>();
        for (int i = 0; i + 1 < list.list().size(); i += 2) {
            // What divides the parts only matters to whoever takes them apart, and is long.
            if (!list.at(i).is("boundary")) {
                raw.putIfAbsent(list.at(i).lower(), list.at(i + 1).octets());
            }
        }
        return raw.isEmpty() ? Map.of() : Parameters.decode(raw);
    }
}
