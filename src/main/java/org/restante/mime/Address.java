package org.restante.mime;

/**
 * A mailbox of RFC 5322 §3.4: who a message is from or to.
 *
 * @param name the display name, decoded; empty where there is none
 * @param address the addr-spec; empty where it is missing or unreadable
 */
public record Address(String name, String address) {

    /** Returns what a person calls this: the display name, else the address. */
    public String display() {
        return name.isBlank() ? address : name;
    }

    @Override
    public String toString() {
        return name.isBlank() ? address : name + " <" + address + ">";
    }
}
