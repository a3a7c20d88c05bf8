package org.restante.mailstore.imap;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.restante.mailstore.Flag;
import org.restante.mailstore.Uid;
import org.restante.mime.DateField;

/** What FETCH answers say of one message (RFC 9051 §7.5.2). */
final class FetchedRow {

    private Value uid = Value.NIL;
    private Value flags = Value.NIL;
    private Value internalDate = Value.NIL;
    private Value size = Value.NIL;
    private Value envelope = Value.NIL;
    private Value structure = Value.NIL;
    private Map<String, Value> others = Map.of();

    /** Learns from one answer; returns whether it tells the flags. */
    boolean take(List<Value> items) {
        boolean told = false;
        for (int i = 0; i + 1 < items.size(); i += 2) {
            Value name = items.get(i);
            Value value = items.get(i + 1);
            if (name.is("uid")) {
                uid = value;
            } else if (name.is("flags")) {
                flags = value;
                told = true;
            } else {
                takeOther(name, value);
            }
        }
        return told;
    }

    private void takeOther(Value name, Value value) {
        if (name.is("envelope")) {
            envelope = value;
        } else if (name.is("bodystructure")) {
            structure = value;
        } else if (name.is("internaldate")) {
            internalDate = value;
        } else if (name.is("rfc822.size")) {
            size = value;
        } else {
            others = others.isEmpty() ? new HashMap<>() : others;
            others.put(name.string().toUpperCase(Locale.ROOT), value);
        }
    }

    /** Returns the UID, where it was told and is one. */
    Optional<Uid> uid() {
        long number = uid.number();
        return number < 1 || number > 0xFFFF_FFFFL ? Optional.empty() : Optional.of(new Uid(number));
    }

    /** Returns whether all that never changes was told. */
    boolean isWhole() {
        return envelope != Value.NIL;
    }

    boolean hasFlags() {
        return flags.isList();
    }

    Row row() {
        Instant received = DateField.parse(internalDate.string())
                .map(OffsetDateTime::toInstant)
                .orElse(Instant.EPOCH);
        return new Row(EnvelopeReader.read(envelope), received, size.number(), StructureReader.read(structure));
    }

    Set<Flag> flags() {
        return FlagSets.read(flags.list());
    }

    /** Returns the header fields that were asked for, whatever way the server repeats their names. */
    Optional<Value> headerFields() {
        return others.entrySet().stream()
                .filter(item -> item.getKey().startsWith("BODY[HEADER.FIELDS"))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Returns an item such as {@code BODY[1]<0>} by its name without the origin; empty where it did not come. */
    Optional<Value> item(String name) {
        return others.entrySet().stream()
                .filter(item -> item.getKey().replaceFirst("<\\d+>$", "").equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
