package org.restante.mime.tnef;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes winmail.dat as Outlook does, and as nobody should. */
final class TnefFile {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    TnefFile() {
        number(0x223E9F78L, 4);
        number(1, 2);
    }

    /** Writes an attribute. */
    TnefFile attribute(int level, long id, byte[] value) {
        return attribute(level, id, value.length, value);
    }

    /** Writes an attribute that says a length of its own. */
    TnefFile attribute(int level, long id, long length, byte[] value) {
        number(level, 1);
        number(id, 4);
        number(length, 4);
        out.writeBytes(value);
        number(0, 2);
        return this;
    }

    TnefFile message(byte[] properties) {
        return attribute(1, 0x00069003, properties);
    }

    TnefFile attachment(String title, byte[] data, byte[] properties) {
        attribute(2, 0x00069002, new byte[14]);
        attribute(2, 0x00018010, (title + "\0").getBytes(StandardCharsets.ISO_8859_1));
        if (data != null) {
            attribute(2, 0x0006800F, data);
        }
        return properties == null ? this : attribute(2, 0x00069005, properties);
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    private void number(long number, int octets) {
        for (int i = 0; i < octets; i++) {
            out.write((int) (number >> 8 * i));
        }
    }

    /** Properties one after the other, as they stand in an attribute. */
    static final class Properties {

        private final TnefFile file = new TnefFile();
        private int count;

        Properties() {
            file.out.reset();
        }

        Properties text(int id, String text) {
            return value(0x1F, id, (text + "\0").getBytes(StandardCharsets.UTF_16LE));
        }

        Properties binary(int id, byte[] value) {
            return value(0x102, id, value);
        }

        /** Writes a message as an object. */
        Properties object(int id, byte[] value) {
            byte[] octets = new byte[16 + value.length];
            System.arraycopy(value, 0, octets, 16, value.length);
            return value(0x0D, id, octets);
        }

        Properties number(int id, int value) {
            count++;
            file.number(0x03, 2);
            file.number(id, 2);
            file.number(value, 4);
            return this;
        }

        Properties named(String name, String text) {
            count++;
            byte[] octets = name.getBytes(StandardCharsets.UTF_16LE);
            file.number(0x1F, 2);
            file.number(0x8001, 2);
            file.out.writeBytes(new byte[16]);
            file.number(1, 4);
            file.number(octets.length, 4);
            padded(octets);
            file.number(1, 4);
            byte[] value = text.getBytes(StandardCharsets.UTF_16LE);
            file.number(value.length, 4);
            padded(value);
            return this;
        }

        private Properties value(int type, int id, byte[] value) {
            count++;
            file.number(type, 2);
            file.number(id, 2);
            file.number(1, 4);
            file.number(value.length, 4);
            padded(value);
            return this;
        }

        private void padded(byte[] value) {
            file.out.writeBytes(value);
            file.out.writeBytes(new byte[(4 - value.length % 4) % 4]);
        }

        byte[] bytes() {
            TnefFile all = new TnefFile();
            all.out.reset();
            all.number(count, 4);
            all.out.writeBytes(file.bytes());
            return all.bytes();
        }
    }
}
