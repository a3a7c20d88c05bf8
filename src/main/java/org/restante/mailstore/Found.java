package org.restante.mailstore;

/**
 * What a filter found.
 *
 * @param searched of how many of the newest messages, since the others were not looked at; 0: it looked at all
 */
public record Found(MessageSet messages, long searched) {}
