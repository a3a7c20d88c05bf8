package org.restante.account;

/**
 * Names an account: where its mail lies, and who it is there.
 *
 * @param server the operator's name for the mail server
 * @param login the login name, normalised: an address, or a bare name where the server knows no domains
 */
public record AccountName(String server, String login) {}
