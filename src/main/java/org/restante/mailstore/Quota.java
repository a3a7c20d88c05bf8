package org.restante.mailstore;

/**
 * How much room mail takes (RFC 9208 STORAGE).
 *
 * @param used octets
 * @param limit octets
 */
public record Quota(long used, long limit) {}
