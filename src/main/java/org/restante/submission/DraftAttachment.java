package org.restante.submission;

/**
 * A file that goes with a message.
 *
 * @param id unguessable; names it in addresses
 * @param type its media type, as whoever added it says
 * @param size octets
 * @param content where it lies
 */
public record DraftAttachment(String id, String name, String type, long size, long content) {}
