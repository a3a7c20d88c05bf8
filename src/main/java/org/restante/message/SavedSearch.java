package org.restante.message;

/** A search that a person keeps; public, or expressions of templates could not be compiled. */
public record SavedSearch(String id, String name, String query) {}
