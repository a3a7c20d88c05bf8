package org.restante.mailstore;

/** Which messages of a mailbox are wanted. */
public sealed interface MessageFilter {

    /** Those that bear a flag. */
    record With(Flag flag) implements MessageFilter {}

    /** Those that lack a flag. */
    record Without(Flag flag) implements MessageFilter {}

    /** Those with files attached, as far as the server or the header can tell. */
    record Attachments() implements MessageFilter {}

    /** Those that name an address in To or Cc. */
    record To(String address) implements MessageFilter {}

    /** All of them. */
    record All() implements MessageFilter {}
}
