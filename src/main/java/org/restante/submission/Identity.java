package org.restante.submission;

import org.restante.mime.Address;

/**
 * As whom a person writes.
 *
 * @param name what recipients see; empty while the person has not said
 * @param named whether the person has said, be it that they want none
 */
public record Identity(String address, String name, boolean named) {

    /** Returns the address with its name. */
    public Address from() {
        return new Address(name, address);
    }
}
